import type { Quorum } from '../approval/approval';
import type { BreachClock } from '../deadline/breachClock';
import { PROFILE_QUORUM } from '../law/profile';
import type { Role } from '../shared/roles';
import { movesLater } from './clock';
import type { Proposal } from './breachValues';

const anyResponsible: readonly Role[] = ['O', 'IM', 'DPO', 'DIR'];

/**
 * Who must say yes (domain rules 7.1): two persons; for a clock that moves later, one of DPO and one of DIR; a breach is
 * ruled out by the DPO and one more; what another law gives moves later, or under another profile, as such a clock does.
 */
export function quorumOf(proposal: Proposal, clock: BreachClock): Quorum {
  switch (proposal.command) {
    case 'event.dismiss':
    case 'clock.release':
      return [anyResponsible, anyResponsible];
    case 'aware.correct':
      return movesLater(clock, proposal) ? [['DPO'], ['DIR']] : [anyResponsible, anyResponsible];
    case 'breach.ruleOut':
      return [['DPO'], anyResponsible];
    case 'regime.concern':
    case 'regime.exclude':
    case 'law.move':
      return PROFILE_QUORUM;
  }
}
