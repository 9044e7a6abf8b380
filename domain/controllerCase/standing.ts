import { type AuthorityFile, type Filing, isWithdrawn } from './authority';
import type { ControllerCase } from './case';

type Ruled = Pick<ControllerCase, 'ruledOut'>;

/** What was withdrawn stands so only while it is ruled out: once it is a breach anew, that authority was told nothing. */
export const isUntoldAnew = (file: AuthorityFile, { ruledOut }: Ruled): boolean =>
  ruledOut === null && isWithdrawn(file);

/** What an authority was told last: since it was withdrawn before, and nothing once it is a breach anew. */
export function standingFilings(file: AuthorityFile, one: Ruled): readonly Filing[] {
  if (isUntoldAnew(file, one)) return [];
  const before = isWithdrawn(file) ? file.withdrawals.slice(0, -1) : file.withdrawals;
  return file.filings.filter(({ seq }) => seq > (before.at(-1)?.seq ?? 0));
}
