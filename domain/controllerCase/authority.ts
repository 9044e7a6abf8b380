import type { DelayReason } from '../authority/vocabulary';
import type { FilingType } from './vocabulary';

/**
 * One authority's file (domain rules 7.4, region SA). Several authorities are several files. `ASKED`: it asked, and nothing
 * was filed with it.
 */
export type AuthorityState = 'ASKED' | 'INITIAL_SENT' | 'COMPLEMENTED' | 'FINAL' | 'WITHDRAWN' | 'SA_CLOSED';

/** Where the region stands as a whole; `PENDING` before any filing. */
export type AuthorityRegion = 'PENDING' | 'NOT_REQUIRED' | Exclude<AuthorityState, 'ASKED'>;

export type AuthorityMove =
  | 'file.initial'
  | 'file.complete'
  | 'file.complementary'
  | 'file.final'
  | 'withdraw'
  | 'close'
  | 'ask';

/** `null`: this authority has no file yet. A file that was closed remembers what it was. */
export type AuthorityStand =
  | Exclude<AuthorityState, 'SA_CLOSED'>
  | 'SA_CLOSED after FINAL'
  | 'SA_CLOSED after WITHDRAWN'
  | null;

/**
 * `file.final`: a complementary one that leaves nothing open. What was withdrawn told the authority nothing: a breach after
 * all is notified anew, in a closed file, too. New facts reopen one that was complete; one that
 * the authority closed is withdrawn, too, since it keeps what it was told (rule E10). An authority may ask before it is told.
 */
export const authorityTransitions: readonly { from: AuthorityStand; on: AuthorityMove; to: AuthorityState }[] = [
  { from: null, on: 'file.initial', to: 'INITIAL_SENT' },
  { from: null, on: 'file.complete', to: 'FINAL' },
  { from: null, on: 'ask', to: 'ASKED' },
  { from: 'ASKED', on: 'ask', to: 'ASKED' },
  { from: 'ASKED', on: 'file.initial', to: 'INITIAL_SENT' },
  { from: 'ASKED', on: 'file.complete', to: 'FINAL' },
  { from: 'INITIAL_SENT', on: 'file.complementary', to: 'COMPLEMENTED' },
  { from: 'INITIAL_SENT', on: 'file.final', to: 'FINAL' },
  { from: 'COMPLEMENTED', on: 'file.complementary', to: 'COMPLEMENTED' },
  { from: 'COMPLEMENTED', on: 'file.final', to: 'FINAL' },
  { from: 'FINAL', on: 'file.complementary', to: 'COMPLEMENTED' },
  { from: 'FINAL', on: 'file.final', to: 'FINAL' },
  { from: 'SA_CLOSED after FINAL', on: 'file.complementary', to: 'COMPLEMENTED' },
  { from: 'SA_CLOSED after FINAL', on: 'file.final', to: 'FINAL' },
  { from: 'WITHDRAWN', on: 'file.initial', to: 'INITIAL_SENT' },
  { from: 'WITHDRAWN', on: 'file.complete', to: 'FINAL' },
  { from: 'SA_CLOSED after WITHDRAWN', on: 'file.initial', to: 'INITIAL_SENT' },
  { from: 'SA_CLOSED after WITHDRAWN', on: 'file.complete', to: 'FINAL' },
  { from: 'INITIAL_SENT', on: 'withdraw', to: 'WITHDRAWN' },
  { from: 'COMPLEMENTED', on: 'withdraw', to: 'WITHDRAWN' },
  { from: 'FINAL', on: 'withdraw', to: 'WITHDRAWN' },
  { from: 'SA_CLOSED after FINAL', on: 'withdraw', to: 'WITHDRAWN' },
  { from: 'FINAL', on: 'close', to: 'SA_CLOSED' },
  { from: 'WITHDRAWN', on: 'close', to: 'SA_CLOSED' },
  { from: 'INITIAL_SENT', on: 'ask', to: 'INITIAL_SENT' },
  { from: 'COMPLEMENTED', on: 'ask', to: 'COMPLEMENTED' },
  { from: 'FINAL', on: 'ask', to: 'FINAL' },
  { from: 'WITHDRAWN', on: 'ask', to: 'WITHDRAWN' },
  { from: 'SA_CLOSED after FINAL', on: 'ask', to: 'FINAL' },
  { from: 'SA_CLOSED after WITHDRAWN', on: 'ask', to: 'WITHDRAWN' },
];

/** Where the file of one authority stands after a move; null where the move is refused. `null` for none yet. */
export function moveAuthority(file: AuthorityFile | null, on: AuthorityMove): AuthorityState | null {
  const stand = standOf(file);
  return authorityTransitions.find((row) => row.from === stand && row.on === on)?.to ?? null;
}

function standOf(file: AuthorityFile | null): AuthorityStand {
  if (file === null) return null;
  if (file.state !== 'SA_CLOSED') return file.state;
  return isWithdrawn(file) ? 'SA_CLOSED after WITHDRAWN' : 'SA_CLOSED after FINAL';
}

/** Which move a filing is. */
export function filingMove(type: FilingType, final: boolean): AuthorityMove {
  if (type !== 'complementary') return `file.${type}`;
  return final ? 'file.final' : 'file.complementary';
}

export type Filing = {
  seq: number;
  type: FilingType;
  sentAt: string;
  receiptNumber: string;
  /** SHA-256 of the copy that was kept; null where only the number was. */
  copyHash: string | null;
  /** Somebody said that there is no copy of its receipt, and why; a reason that was erased is null. */
  noCopy?: { reason: string | null };
  delayReasons: readonly DelayReason[];
  delayText: string | null;
  /** Of one notification for several cases (rule E8): all of them. */
  bundle?: readonly { caseId: string; reference: string }[] | undefined;
};

export type AuthorityQuestion = {
  id: string;
  /** Entry that holds it. */
  seq: number;
  askedAt: string;
  /** Limit that the authority set; null where it set none. */
  dueAt: string | null;
  text: string | null;
  answeredAt: string | null;
};

export type AuthorityFile = {
  authorityId: string;
  state: AuthorityState;
  filings: readonly Filing[];
  /** What was withdrawn from it (rule E10), each with its own receipt. */
  withdrawals: readonly Pick<Filing, 'seq' | 'sentAt' | 'receiptNumber'>[];
  questions: readonly AuthorityQuestion[];
  /** `seq`: the entry that says so, and why. */
  closed: { seq: number; at: string; ground: 'answer' | 'silence' | 'other' } | null;
};

/** Nothing was filed since the newest withdrawal; the file may have been closed on it. */
export const isWithdrawn = ({ filings, withdrawals }: Pick<AuthorityFile, 'filings' | 'withdrawals'>): boolean =>
  (filings.at(-1)?.seq ?? 0) < (withdrawals.at(-1)?.seq ?? 0);

/** Nothing was ever filed with it: it only asked. */
export const isOnlyAsked = ({ state }: Pick<AuthorityFile, 'state'>): boolean => state === 'ASKED';

/** Whether the next filing is a first one: none stands with this authority. */
export const isFirstFiling = (file: AuthorityFile | undefined): boolean =>
  file === undefined || isOnlyAsked(file) || isWithdrawn(file);

/** Something stands with it that can be withdrawn, which is owed once it is no breach (rule E10). */
export const awaitsWithdrawal = (file: AuthorityFile): boolean =>
  !isWithdrawn(file) && moveAuthority(file, 'withdraw') !== null;

/** Nothing is owed to this authority any more; whether one that only asked has to be told is another question. */
export const isSettled = ({ state, questions }: AuthorityFile): boolean =>
  state !== 'INITIAL_SENT' && state !== 'COMPLEMENTED' && questions.every(({ answeredAt }) => answeredAt !== null);
