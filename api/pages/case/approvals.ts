import { randomUUID } from 'node:crypto';
import { awaitedRoles } from '../../../domain/approval/awaited';
import { statusOf } from '../../../domain/approval/approval';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { quorumOf } from '../../../domain/controllerCase/quorum';
import type { ApprovalLine } from '../../../templates/pages/parts/approvals';
import type { Word } from '../../../templates/pages/words/word';
import { hindranceOf, othersOf } from '../approvalVoices';
import { type Inside, nameOf } from '../frame';

const titles: Record<ControllerCase['approvals'][number]['proposal']['command'], Word> = {
  'aware.correct': 'caseAsk.correct',
  ruleOut: 'caseAsk.ruleOut',
};

/** Requests that wait for one more person: what they would change, and who may say yes now. */
export function caseApprovals(one: ControllerCase, inside: Inside, now: Date): Promise<ApprovalLine[]> {
  const open = one.approvals.filter((approval) => statusOf(approval, one.decided, now) === 'open');
  return Promise.all(
    open.map(async (approval): Promise<ApprovalLine> => {
      const { requestId, proposal, reason, requestedBy, expiresAt } = approval;
      const awaited = awaitedRoles(approval.voices, quorumOf(proposal, one.clock));
      return {
        requestId,
        what: { key: titles[proposal.command] },
        about:
          proposal.command === 'ruleOut'
            ? [{ key: 'approval.evidence', values: { refs: proposal.evidenceRefs.join(', ') } }]
            : [],
        changes:
          proposal.command === 'aware.correct'
            ? [
                {
                  label: 'case.knownSince',
                  before: { at: one.clock.t0, text: '' },
                  after: { at: proposal.awareAt, text: '' },
                },
              ]
            : [],
        reason,
        by: nameOf(inside.names, { id: requestedBy }),
        expiresAt,
        hindrance: hindranceOf(approval, awaited, inside, now),
        others: await othersOf(approval, awaited, inside, now),
        key: randomUUID(),
      };
    }),
  );
}
