import type { Entry, EntryDraft, Subject } from '../../domain/journal/entry';
import type { EntryFilter } from '../../domain/journal/matches';
import type { Result } from '../../domain/shared/errors';

/**
 * The revision that the writer read. `decision`: 409 if somebody was faster. `addition`: a fact that
 * stands whatever was written meanwhile; it takes the next free revision.
 */
export type Standing = { kind: 'decision' | 'addition'; revision: number };

export type EntryQuery = EntryFilter & {
  /** Only entries below this seq: `next` of the page before. */
  below?: number;
  limit: number;
};

/** Newest first. `next` null: nothing older is left. One call reads a bounded stretch, so a page may hold few or none. */
export type EntryPage = { entries: Entry[]; next: number | null };

/** `followed`: the follower's entry; null where none was given or it was not written. */
export type Appended = { created: boolean; entry: Entry; followed: Entry | null };

export type Journal = {
  /**
   * Resolves once the entry is safe on a majority. A repeat under one key gets the entry that existed.
   *
   * @param follower an addition to the same subject, written right behind the entry in the same write; never without it
   */
  append(draft: EntryDraft, standing: Standing, follower?: EntryDraft): Promise<Result<Appended>>;
  /** The entry under this key; `key.reused` if it answers another request. */
  recall(orgId: string, key: string, request: string): Promise<Result<Entry | null>>;
  /** The entry under this key, whatever it answered; null for none. */
  byKey(orgId: string, key: string): Promise<Entry | null>;
  /** Entries of one subject above a revision, in order, each as it reads after the erasures that follow it. */
  readSubject(orgId: string, subject: Subject, afterRevision: number): Promise<Entry[]>;
  /** Entries `afterSeq + 1 … afterSeq + limit` in order; fewer at the head. Erasures are not applied across windows. */
  readWindow(orgId: string, afterSeq: number, limit: number): Promise<Entry[]>;
  list(orgId: string, query: EntryQuery): Promise<EntryPage>;
  /** Takes values and salts away, for ever. Only after a `field.erased` entry says so; doing it again changes nothing. */
  erase(orgId: string, seq: number, names: readonly string[]): Promise<void>;
  /**
   * Writes an entry at a number from which the entry was removed; false when one stands there. Only after two persons
   * accepted that it is gone.
   */
  standIn(draft: EntryDraft, seq: number): Promise<boolean>;
  /** Highest acknowledged `seq`, 0 for an empty journal. */
  head(orgId: string): Promise<number>;
  /** Organisations that have a journal. */
  organisations(): Promise<string[]>;
  /** Organisations whose journal holds a `journal.refused`, decided or not, and perhaps one that was about to. */
  everRefused(): Promise<string[]>;
};
