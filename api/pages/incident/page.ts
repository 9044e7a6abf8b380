import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isEnded } from '../../../application/exercise/isEnded';
import { readIncidentOverview } from '../../../application/overview/readIncidentOverview';
import { mayReadIncidents } from '../../../application/policies/incident';
import { incidentPage } from '../../../templates/pages/incident';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { againQuery } from '../forms/once';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { approvalLines } from './approvals';
import { incidentView } from './view';

export const incidentParams = z.object({ orgId: OrgId, incidentId: Id });

/** Where are we, what next? */
export const incidentPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}',
    audience: 'member',
    policy: mayReadIncidents,
    params: incidentParams,
    query: z.object({ ...againQuery, all: z.literal('1').optional() }),
    async render(visit) {
      const { incidentId } = visit.params;
      const showsAll = visit.query.all === '1';
      const inside = await enterHouse(house, visit, 'incidents', `/incidents/${incidentId}${showsAll ? '?all=1' : ''}`);
      if (!inside.ok) return inside;
      const overview = await readIncidentOverview({ ctx: inside.value.ctx, input: { incidentId } });
      if (!overview.ok) return overview;
      const { incident } = overview.value;
      const approvals = await approvalLines(incident, inside.value, { now: visit.now, newKey: randomUUID });
      const exerciseEnded = await isEnded(inside.value.ctx, incident.report.drill);
      const at = { showsAll, isAgain: visit.query.again === '1', approvals, exerciseEnded };
      return shownAs(incidentPage(inside.value.frame, incidentView(inside.value, overview.value, at)));
    },
  });
