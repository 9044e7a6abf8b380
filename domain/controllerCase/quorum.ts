import type { Quorum } from '../approval/approval';
import { PROFILE_QUORUM } from '../law/profile';
import type { Role } from '../shared/roles';
import { type CaseClock, movesLater } from './clock';
import type { CaseProposal } from './values';

const anyResponsible: readonly Role[] = ['O', 'IM', 'DPO', 'DIR'];

/**
 * As for a processor's breach (domain rules 7.1, 7.4): two persons; for a clock that moves later one of DPO and one of DIR;
 * that it is no breach, the DPO and one more. An answer about a regime is only ever asked for where its clock moves later.
 */
export function quorumOf(proposal: CaseProposal, clock: CaseClock): Quorum {
  switch (proposal.command) {
    case 'aware.correct':
      return movesLater(clock, proposal.awareAt) ? [['DPO'], ['DIR']] : [anyResponsible, anyResponsible];
    case 'ruleOut':
      return [['DPO'], anyResponsible];
    case 'law.move':
      return PROFILE_QUORUM;
    case 'regime.concern':
    case 'regime.exclude':
      return [['DPO'], ['DIR']];
  }
}

export const quorumIn =
  ({ clock }: { clock: CaseClock }) =>
  (proposal: CaseProposal): Quorum =>
    quorumOf(proposal, clock);
