import type { Entry, EntryDraft, Subject } from '../../domain/journal/entry';
import type { Result } from '../../domain/shared/errors';

/**
 * The revision that the writer read. `decision`: 409 if somebody was faster. `addition`: a fact that
 * stands whatever was written meanwhile; it takes the next free revision.
 */
export type Standing = { kind: 'decision' | 'addition'; revision: number };

export type Journal = {
  /** Resolves once the entry is safe on a majority. A repeat under one key gets the entry that existed. */
  append(draft: EntryDraft, standing: Standing): Promise<Result<{ created: boolean; entry: Entry }>>;
  /** The entry under this key; `key.reused` if it answers another request. */
  recall(orgId: string, key: string, request: string): Promise<Result<Entry | null>>;
  /** Entries of one subject above a revision, in order. */
  readSubject(orgId: string, subject: Subject, afterRevision: number): Promise<Entry[]>;
  /** Entries `afterSeq + 1 … afterSeq + limit` in order; fewer at the head. */
  readWindow(orgId: string, afterSeq: number, limit: number): Promise<Entry[]>;
  /** Highest acknowledged `seq`, 0 for an empty journal. */
  head(orgId: string): Promise<number>;
  /** Organisations that have a journal. */
  organisations(): Promise<string[]>;
};
