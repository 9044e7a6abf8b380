import { noFirms } from '../../domain/incident/around';
import { approve } from '../../domain/incident/propose';
import { refused, type Result } from '../../domain/shared/errors';
import { workplaceOf } from '../organisation/zoneOf';
import { mayApprove } from '../policies/incident';
import type { Call } from '../ports/ports';
import { stale } from '../entries/changeSubject';
import type { Written } from '../entries/written';
import { changeIncident } from './changeIncident';

export type ApproveRequest = {
  incidentId: string;
  key: string;
  requestId: string;
  /** Hash of the proposal that the person saw; given, it must be the one that is asked. */
  requestHash?: string | undefined;
};

/** A second person's yes. The last one needed is the effect; a newer decision has made the request void (409 with what changed). */
export async function approveRequest({ ctx, input }: Call<ApproveRequest>): Promise<Result<Written>> {
  if (!mayApprove(ctx)) return refused({ code: 'actor.forbidden' });
  const { incidentId, key, requestId, requestHash } = input;
  const given = await changeIncident(ctx, {
    incidentId,
    key,
    request: { incidentId, approve: requestId },
    standing: 'judged',
    around: {
      agreementIds: new Set(),
      triggers: [],
      personIds: new Set(),
      openNotices: 0,
      openCase: null,
      place: await workplaceOf(ctx),
      firms: noFirms,
    },
    decide: (incident, around) => {
      const asked = incident.approvals.find((approval) => approval.requestId === requestId);
      if (asked !== undefined && requestHash !== undefined && asked.requestHash !== requestHash) {
        const message = 'is not the hash of what is asked';
        return refused({ code: 'input.invalid', issues: [{ pointer: '/requestHash', message }] });
      }
      return approve(incident, { requestId }, around);
    },
  });
  if (given.ok || given.error.code !== 'revision.stale') return given;
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId);
  const asked = incident?.approvals.find((approval) => approval.requestId === requestId);
  return incident && asked ? stale(ctx, { kind: 'incident', id: incidentId }, incident.decided, asked.boundTo) : given;
}
