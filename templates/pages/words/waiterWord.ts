import type { Obligation } from '../../../domain/deadline/clockRow';
import type { Word } from './word';

/** Who waits for what no controller waits for. */
export function waiterWord(obligation: Obligation): Word {
  if (obligation === 'persons') return 'row.forPersons';
  if (obligation === 'regime') return 'row.forOther';
  const isAuthority = obligation.startsWith('authority') || obligation === 'complement';
  return isAuthority ? 'row.forAuthority' : 'row.inside';
}
