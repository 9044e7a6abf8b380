import { randomUUID } from 'node:crypto';
import { awaitedRoles } from '../../../domain/approval/awaited';
import { shownRequests } from '../../../domain/approval/shown';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { underLaw } from '../../../domain/controllerCase/lawMove';
import { quorumOf } from '../../../domain/controllerCase/quorum';
import { placeOf } from '../../../domain/controllerCase/place';
import { askedOf } from '../../../domain/controllerCase/regimes';
import { authorityLimit } from '../../../domain/controllerCase/term';
import type { ApprovalLine } from '../../../templates/pages/parts/approvals';
import type { Change } from '../../../templates/pages/parts/changes';
import type { Said, Word } from '../../../templates/pages/words/word';
import { fallenOf, hindranceOf, othersOf } from '../approvalVoices';
import { type Inside, nameOf } from '../frame';
import { concernChanges, excludeChanges } from '../regimes/changes';

type Proposal = ControllerCase['approvals'][number]['proposal'];

const titles: Record<Proposal['command'], Word> = {
  'aware.correct': 'caseAsk.correct',
  ruleOut: 'caseAsk.ruleOut',
  'law.move': 'caseAsk.law',
  'regime.concern': 'caseAsk.regimeConcern',
  'regime.exclude': 'caseAsk.regimeExclude',
};

/** Requests that wait for one more person: what they would change, and who may say yes now; and those that came to nothing. */
export function caseApprovals(one: ControllerCase, inside: Inside, now: Date): Promise<ApprovalLine[]> {
  return Promise.all(
    shownRequests(one.approvals, one.decided, now).map(async ({ approval, status }): Promise<ApprovalLine> => {
      const { requestId, proposal, reason, requestedBy, expiresAt } = approval;
      const awaited = awaitedRoles(approval.voices, quorumOf(proposal, one.clock));
      return {
        requestId,
        fallen: fallenOf(status),
        what: { key: titles[proposal.command] },
        about: aboutOf(proposal),
        changes: changesOf(one, proposal, now),
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

/** What it is about, beyond the instants that it would change. */
function aboutOf(proposal: Proposal): Said[] {
  switch (proposal.command) {
    case 'aware.correct':
    case 'law.move':
      return [];
    case 'ruleOut':
      return [{ key: 'approval.evidence', values: { refs: proposal.evidenceRefs.join(', ') } }];
    case 'regime.concern':
      return [{ key: `regime.${proposal.regime}` }];
    case 'regime.exclude':
      return proposal.regimes.map((regime) => ({ key: `regime.${regime}` }));
  }
}

/** Each instant that would move; of a regime each limit that would be put off, or stopped. */
function changesOf(one: ControllerCase, proposal: Proposal, now: Date): Change[] {
  switch (proposal.command) {
    case 'aware.correct': {
      const after = { at: proposal.awareAt, text: '' };
      return [{ label: 'case.knownSince', before: { at: one.clock.t0, text: '' }, after }];
    }
    case 'law.move':
      return lawChanges(one, underLaw(one, proposal.profileId));
    case 'ruleOut':
      return [];
    case 'regime.concern':
      return concernChanges(askedOf(one), { ...proposal, place: placeOf(one.opened) }, now);
    case 'regime.exclude':
      return excludeChanges(askedOf(one), proposal.regimes, now);
  }
}

/** The law, and the limit for telling the authority, as they stand and as they would. */
function lawChanges(before: ControllerCase, after: ControllerCase): Change[] {
  const [lawOf, limitOf] = [
    (one: ControllerCase) => ({ at: null, text: one.opened.lawProfile }),
    (one: ControllerCase) => ({ at: authorityLimit(one)?.strict ?? null, text: { key: 'regimes.stopped' as const } }),
  ];
  return [
    { label: 'caseAsk.lawOf', before: lawOf(before), after: lawOf(after) },
    { label: 'caseAsk.lawLimit', before: limitOf(before), after: limitOf(after) },
  ];
}
