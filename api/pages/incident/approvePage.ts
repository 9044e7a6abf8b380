import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { approveRequest } from '../../../application/incident/approveRequest';
import { readIncident } from '../../../application/incident/readIncident';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { mayApprove } from '../../../application/policies/incident';
import { approvePage } from '../../../templates/pages/approve';
import { definePage } from '../../http/definePage';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { referenceOf, titleOf } from '../rowWords';
import { approvalLines } from './approvals';
import { incidentParams } from './page';

/** The second person's yes: what it would change stands beside the button. */
export const approvePageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/approve',
    audience: 'member',
    policy: mayApprove,
    params: incidentParams,
    async render(visit) {
      const { incidentId } = visit.params;
      const path = `/incidents/${incidentId}`;
      const entered = await enterHouse(house, visit, 'incidents', `${path}/approve`);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await readIncident({ ctx, input: { incidentId } });
      if (!read.ok) return read;
      const { summary, changed } = refusedForm([], visit, frame.zone, frame, names);
      return shownAs(
        approvePage(frame, {
          room: { href: '/incidents', label: { key: 'nav.incidents' } },
          path,
          reference: referenceOf(read.value),
          about: titleOf(read.value),
          approvals: await approvalLines(read.value, entered.value, { now: visit.now, newKey: randomUUID }),
          faults: summary,
          changed,
        }),
      );
    },
    act: {
      form: z.object({ requestId: z.string().max(100) }),
      async run({ ctx, params }, { key, form: { requestId } }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const given = await approveRequest({ ctx, input: { incidentId: params.incidentId, key, requestId } });
        if (given.ok) await openImpliedNow(ctx, params.incidentId).catch(() => undefined);
        return given.ok ? goTo(`/o/${params.orgId}/incidents/${params.incidentId}`) : given;
      },
    },
  });
