import { z } from 'zod';
import { unwrittenOf } from '../../../application/controllerCase/fileTogether';
import { approveCase } from '../../../application/controllerCase/commandCase';
import { readControllerCase, storyOfCase } from '../../../application/controllerCase/readCases';
import { mayApproveCase, mayReadCases } from '../../../application/policies/controllerCase';
import { alikeOf } from '../../../application/controllerCase/sameBreach';
import { isEnded } from '../../../application/exercise/isEnded';
import { readIncident } from '../../../application/incident/readIncident';
import type { Context } from '../../../application/ports/ports';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Incident } from '../../../domain/incident/incident';
import { approvePage } from '../../../templates/pages/approve';
import { casePage } from '../../../templates/pages/case';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { againQuery } from '../forms/once';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { caseTitle } from '../rowWords';
import { caseApprovals } from './approvals';
import { sendingOf } from './sending';
import { caseView } from './view';

const params = z.object({ orgId: OrgId, controllerCaseId: Id });
const PATH = '/o/{orgId}/cases/{controllerCaseId}';

/** Where are we, what next? */
export const casePageOf = (house: PageHouse) =>
  definePage({
    path: PATH,
    audience: 'member',
    policy: mayReadCases,
    params,
    query: z.object(againQuery),
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const inside = await enterHouse(house, visit, 'cases', `/cases/${caseId}`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const entries = await storyOfCase({ ctx, input: { caseId } });
      if (!entries.ok) return entries;
      const approvals = await caseApprovals(read.value, inside.value, visit.now);
      const sending = await sendingOf(ctx, read.value);
      const incident = await incidentOf(ctx, read.value);
      const at = {
        incident,
        entries: entries.value,
        approvals,
        sending,
        isAgain: visit.query.again === '1',
        unwritten: await unwrittenOf(ctx, read.value),
        alike: await alikeOf(ctx, read.value),
        exerciseEnded: await isEnded(ctx, read.value.opened.drill),
        now: visit.now,
      };
      return shownAs(casePage(frame, caseView(read.value, inside.value, at)));
    },
  });

/** The incident that it belongs to, for who may read it. */
async function incidentOf(ctx: Context, { opened: { incidentId } }: ControllerCase): Promise<Incident | null> {
  if (incidentId === null) return null;
  const read = await readIncident({ ctx, input: { incidentId } });
  return read.ok ? read.value : null;
}

/** The second person's yes: what it would change stands beside the button. */
export const approveCasePageOf = (house: PageHouse) =>
  definePage({
    path: `${PATH}/approve`,
    audience: 'member',
    policy: mayApproveCase,
    params,
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const entered = await enterHouse(house, visit, 'cases', `${path}/approve`);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const { summary, changed } = refusedForm([], visit, frame.zone, frame, names);
      return shownAs(
        approvePage(frame, {
          room: { href: '/cases', label: { key: 'nav.cases' } },
          path,
          reference: read.value.reference,
          about: caseTitle(read.value),
          approvals: await caseApprovals(read.value, entered.value, visit.now),
          faults: summary,
          changed,
        }),
      );
    },
    act: {
      form: z.object({ requestId: z.string().max(100) }),
      async run({ ctx, params: { orgId, controllerCaseId: caseId } }, { key, form: { requestId } }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const given = await approveCase({ ctx, input: { caseId, key, requestId } });
        return given.ok ? goTo(`/o/${orgId}/cases/${caseId}`) : given;
      },
    },
  });
