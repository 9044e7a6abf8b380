import type { ByMail, ByPost, LeftOut, ListFacts, Progress, Recipient } from '../../domain/controllerCase/recipients';

/** `n` numbers a recipient within its list, from 1: all that leaves the store beside the mail itself. */
export type DueRecipient = { n: number; recipient: ByMail };

/**
 * Recipients of one list that leave together: one write claims them, and one says what came of them. `tries`: how often
 * they have left before; `begunAt`: when first, null before. `turn` counts the moves of the batch: whoever knows an older one has lost it to somebody else.
 */
export type Batch = { batch: number; turn: number; tries: number; begunAt: Date | null; recipients: DueRecipient[] };

/** Somebody whom a mail did not reach: refused or given up, without an answer of the relay, or come back since. */
export type Unreached = { recipient: ByMail; why: 'refused' | 'unknown' | 'bounced' };

/** What came of one recipient; `waiting` is to be tried again. */
export type Outcome = 'sent' | 'refused' | 'unknown' | 'waiting';

/**
 * Lists of the persons to be told, each sealed under a key of its own, and how far telling them has come (ADR 0030).
 * Entries hold counts and hashes alone; with the key a list is gone.
 */
export type Recipients = {
  /** Begins a list. Until it is complete nobody sees it, and after `expiresAt` it goes, unless it is accepted. */
  begin(orgId: string, listId: string, expiresAt: Date): Promise<void>;
  /**
   * Adds recipients, numbered from `first` on; all calls but the last bring whole batches (`TOGETHER`).
   *
   * @throws RangeError where `first` begins no batch
   */
  add(orgId: string, listId: string, first: number, recipients: readonly Recipient[]): Promise<void>;
  /** Rows of the file that were left out, the next so many in its order; `order` counts the calls from 0. */
  leaveOut(orgId: string, listId: string, order: number, rows: readonly LeftOut[]): Promise<void>;
  /** All of them, in the order of the file; they name nobody, and stay as long as the counts. */
  leftOut(orgId: string, listId: string): AsyncIterable<LeftOut>;
  /** False where another list was completed under this key before. */
  complete(orgId: string, key: string, facts: ListFacts): Promise<boolean>;
  byKey(orgId: string, key: string): Promise<ListFacts | null>;
  /** Null when it never was, or is gone. */
  find(orgId: string, listId: string): Promise<ListFacts | null>;
  /** Complete lists of a case, newest first. */
  ofCase(orgId: string, caseId: string): Promise<ListFacts[]>;
  /** Complete lists, of any case, whose addresses are still there. */
  kept(orgId: string): Promise<ListFacts[]>;
  /** It no longer goes by itself. */
  accept(orgId: string, listId: string): Promise<void>;
  /** Numbers of the batches in which somebody is to be told now. It looks through the whole list. */
  dueNumbers(orgId: string, listId: string, now: Date): Promise<number[]>;
  /** Who is to be told now in these batches: as long as the list may be, only they are read. */
  due(orgId: string, listId: string, now: Date, numbers: readonly number[]): Promise<Batch[]>;
  /** When somebody of a list may next be told, or a claim ends; null where nobody is left, or the list is gone. */
  nextAt(orgId: string, listId: string): Promise<Date | null>;
  /** The right to tell them, for whoever comes first; false for everybody else. `begunAt` is kept as it says. */
  claim(orgId: string, listId: string, batch: Batch, leaseUntil: Date): Promise<boolean>;
  /** What came of each of a batch that was claimed, in its order; nothing where its lease was over before. */
  settle(orgId: string, listId: string, batch: Batch, outcomes: readonly Outcome[], retryAt: Date): Promise<void>;
  /** Claims whose lease is over were of somebody who died: what came of them is unknown. */
  lapse(orgId: string, listId: string, now: Date): Promise<void>;
  /** Whom its mails did not reach, in the order of the list; nobody where it is gone. */
  unreached(orgId: string, listId: string): AsyncIterable<Unreached>;
  /**
   * Whom a list has told by mail, or may have: not whose mail was refused or came back; `waiting`: also whom a mail will reach; `letters`: also whom only a letter
   * does. Nobody where it is gone.
   */
  reached(orgId: string, listId: string, also: { waiting: boolean; letters: boolean }): AsyncIterable<Recipient>;
  /** Whom only a letter reaches, in the order of the list; nobody where it is gone. */
  letters(orgId: string, listId: string): AsyncIterable<ByPost>;
  /** A mail that was sent came back; false for nobody, or the second time. */
  bounce(orgId: string, listId: string, n: number): Promise<boolean>;
  /** By it the mails of a list are named (`nameOfMail`): the same each time; null where the list is gone, or never was. */
  secretOf(orgId: string, listId: string): Promise<Buffer | null>;
  progress(orgId: string, listId: string): Promise<Progress>;
  /** Destroys the list's key and everything sealed under it; what was counted stays. */
  forget(orgId: string, listId: string): Promise<void>;
  /** Takes lists that nobody accepted in time, whole or not. */
  forgetExpired(orgId: string, now: Date): Promise<void>;
};
