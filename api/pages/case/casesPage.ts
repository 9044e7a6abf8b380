import { z } from 'zod';
import { listControllerCases } from '../../../application/controllerCase/readCases';
import { mayOpenCase, mayReadCases } from '../../../application/policies/controllerCase';
import { type ControllerCase, decisionOf } from '../../../domain/controllerCase/case';
import { authorityClock } from '../../../domain/deadline/caseRows';
import { type CaseLine, casesPage } from '../../../templates/pages/cases';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';

const PAGE = 25;

/** Every case of this controller, from whichever processor, newest first. */
export const casesPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases',
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId }),
    query: z.object({ after: Id.optional() }),
    async render(visit) {
      const { after } = visit.query;
      const inside = await enterHouse(house, visit, 'cases', `/cases${after === undefined ? '' : `?after=${after}`}`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const found = await listControllerCases({ ctx, input: { ...(after && { after }), limit: PAGE + 1 } });
      if (!found.ok) return found;
      const last = found.value.at(PAGE - 1);
      const lines = found.value.slice(0, PAGE).map(caseLine);
      const older = found.value.length > PAGE && last ? `/cases?after=${last.id}` : null;
      return shownAs(casesPage(frame, { lines, older, mayOpen: mayOpenCase(ctx) }));
    },
  });

const tones: Record<ControllerCase['stage'], CaseLine['stageTone']> = {
  RECEIVED: 'near',
  BREACH: 'late',
  NOT_A_BREACH: 'done',
  CLOSED: 'done',
};

function caseLine(one: ControllerCase): CaseLine {
  const risk = decisionOf(one)?.risk;
  return {
    href: `/cases/${one.id}`,
    reference: one.reference,
    from: one.opened.from ?? { key: 'case.erased' },
    stage: { key: `caseStage.${one.stage}` },
    stageTone: tones[one.stage],
    receivedAt: one.opened.receivedAt,
    risk: { key: risk === undefined ? 'case.riskNone' : `risk.${risk}` },
    clock: authorityClock(one),
  };
}
