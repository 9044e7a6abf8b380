import { z } from 'zod';
import { readStatistics } from '../../../application/register/readStatistics';
import { mayReadJournal } from '../../../application/policies/journal';
import { statisticsPage } from '../../../templates/pages/statistics';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { addressOf, askedQuery, readAsked } from './askedRegister';
import { registerTabs } from './tabs';

/** Breaches in the authority's own bands. */
export const statisticsPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/registers/statistics',
    audience: 'member',
    policy: mayReadJournal,
    params: z.object({ orgId: OrgId }),
    query: askedQuery.pick({ from: true, to: true }),
    async render(visit) {
      const { from, to } = visit.query;
      const asked = { ...askedQuery.parse({}), from, to };
      const inside = await enterHouse(house, visit, 'journal', addressOf('/registers/statistics', asked));
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const { filter, faults } = readAsked(asked, frame.zone);
      const read = await readStatistics({ ctx, input: { filter } });
      if (!read.ok) return read;
      return shownAs(
        statisticsPage(frame, {
          tabs: registerTabs('statistics'),
          asked: { from, to },
          faults,
          statistics: read.value,
        }),
      );
    },
  });
