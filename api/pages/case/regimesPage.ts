import { z } from 'zod';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { askedOf } from '../../../domain/controllerCase/regimes';
import { screeningOf } from '../../../domain/regime/asked';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import { regimesPage } from '../../../templates/pages/regimes';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { againQuery } from '../forms/once';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { cardOf, proposedHours } from '../regimes/cards';
import { allowedActs, REGIMES } from './actions';

/** Other laws: what is asked, what was answered, what is owed and by when. */
export const regimesPageOf = (house: PageHouse) =>
  definePage({
    path: `/o/{orgId}/cases/{controllerCaseId}/${REGIMES}`,
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId, controllerCaseId: Id }),
    query: z.object(againQuery),
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const inside = await enterHouse(house, visit, 'cases', `${path}/${REGIMES}`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const one = read.value;
      const asked = askedOf(one);
      const { unanswered, running, notConcerned } = screeningOf(asked);
      const acts = allowedActs(one, ctx).filter(({ home }) => home === REGIMES);
      const of = { asked, path, acts, inside: inside.value, now: visit.now };
      const cards = (ids: readonly RegimeId[]) => ids.map((id) => cardOf(of, id));
      const mayExclude = acts.some(({ kind }) => kind === 'regime.exclude');
      return shownAs(
        regimesPage(frame, {
          path,
          room: { href: '/cases', label: { key: 'nav.cases' } },
          reference: one.reference,
          isAgain: visit.query.again === '1',
          unanswered: cards(unanswered),
          running: cards(running),
          notConcerned: cards(notConcerned),
          elsewhere: null,
          exclude: mayExclude ? `${path}/${REGIMES}/exclude` : null,
          proposedHours: proposedHours(),
        }),
      );
    },
  });
