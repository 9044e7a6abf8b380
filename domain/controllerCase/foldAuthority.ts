import type { Mark } from '../incident/incident';
import { SubjectUnreadable } from '../shared/unreadable';
import {
  type AuthorityFile,
  type AuthorityMove,
  type AuthorityState,
  type Filing,
  filingMove,
  isWithdrawn,
  moveAuthority,
} from './authority';
import type { CaseEvent } from './events';

type AuthorityEvent = Extract<CaseEvent, { type: `authority.${string}` }>;

export const isAuthorityEvent = (event: CaseEvent): event is AuthorityEvent => event.type.startsWith('authority.');

/** The files of every authority after one more entry. */
export function changeAuthority(files: readonly AuthorityFile[], event: AuthorityEvent, mark: Mark): AuthorityFile[] {
  if (event.type === 'authority.answered') {
    const { questionId, answeredAt } = event.values;
    return files.map((file) => ({
      ...file,
      questions: file.questions.map((one) => (one.id === questionId ? { ...one, answeredAt } : one)),
    }));
  }
  if (event.type === 'authority.copyExcused') {
    const { filing, reason } = event.values;
    const said = (one: Filing): Filing => (one.seq === filing ? { ...one, noCopy: { reason } } : one);
    return files.map((file) => ({ ...file, filings: file.filings.map(said) }));
  }
  const { authorityId } = event.values;
  const before = files.find((file) => file.authorityId === authorityId) ?? null;
  const after = changed(before, event, mark);
  return before === null ? [...files, after] : files.map((file) => (file === before ? after : file));
}

type OfOne = Exclude<AuthorityEvent, { type: 'authority.answered' | 'authority.copyExcused' }>;

function changed(before: AuthorityFile | null, event: OfOne, mark: Mark): AuthorityFile {
  const file = {
    authorityId: event.values.authorityId,
    filings: before?.filings ?? [],
    withdrawals: before?.withdrawals ?? [],
    questions: before?.questions ?? [],
    closed: null,
  };
  switch (event.type) {
    case 'authority.filed': {
      const { authorityId: _id, final, ...filing } = event.values;
      const state = stateAfter(before, filingMove(event.values.type, final), event.type);
      return { ...file, state, filings: [...file.filings, { ...filing, seq: mark.seq }] };
    }
    case 'authority.asked': {
      const { questionId: id, askedAt, dueAt, text } = event.values;
      const questions = [...file.questions, { id, seq: mark.seq, askedAt, dueAt, text, answeredAt: null }];
      return { ...file, state: stateAfter(before, 'ask', event.type), questions };
    }
    case 'authority.withdrawn': {
      const { sentAt, receiptNumber } = event.values;
      const withdrawals = [...file.withdrawals, { seq: mark.seq, sentAt, receiptNumber }];
      return { ...file, state: stateAfter(before, 'withdraw', event.type), withdrawals };
    }
    case 'authority.closed': {
      const closed = { seq: mark.seq, at: mark.at, ground: event.values.ground };
      return { ...file, state: stateAfter(before, 'close', event.type), closed };
    }
  }
}

/** @throws SubjectUnreadable for an entry that no decision of this version could have written */
function stateAfter(before: AuthorityFile | null, move: AuthorityMove, type: string): AuthorityState {
  const state = moveAuthority(before, move) ?? (before === null ? null : movedBefore(before, move));
  if (state === null) throw new SubjectUnreadable(type);
  return state;
}

/** Entries from when a question made a withdrawn and closed file FINAL again: what could follow is read as it was meant. */
function movedBefore(file: AuthorityFile, move: AuthorityMove): AuthorityState | null {
  if (!isWithdrawn(file)) return null;
  if (move === 'file.final') return 'FINAL';
  return move === 'withdraw' ? 'WITHDRAWN' : null;
}
