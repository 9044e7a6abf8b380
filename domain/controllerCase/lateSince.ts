import { delayAt } from '../authority/delay';
import type { AuthorityFile } from './authority';
import type { ControllerCase } from './case';
import type { Since } from './growth';
import { standingFilings } from './standing';
import { authorityLimit } from './term';

/**
 * The correction of the awareness, or of the law, by which a first filing that left in time came to be late, while none since
 * says why (GDPR Art 33(1): past 72 hours the reasons accompany it); null where no reasons are owed so.
 */
export function lateSince(file: AuthorityFile, one: ControllerCase): Since | null {
  const filings = standingFilings(file, one);
  const [first] = filings;
  const due = authorityLimit(one);
  if (first === undefined || due === null || filings.some(({ delayReasons }) => delayReasons.length > 0)) return null;
  if (!delayAt(due, new Date(first.sentAt)).reasonsNeeded) return null;
  const isMoved = ({ before, after, type }: ControllerCase['clockHistory'][number]) =>
    before.t0 !== after.t0 || type === 'law.move';
  const moved = one.clockHistory.findLast((change) => change.seq > first.seq && isMoved(change));
  return moved === undefined ? null : { seq: moved.seq, at: moved.at };
}
