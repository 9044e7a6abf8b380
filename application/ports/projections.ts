import type { Subject, SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';
import type { SubjectFact } from '../../domain/register/facts';

export type ListQuery = {
  /** Only subjects that still ask something of somebody. */
  open?: boolean;
  /** Notices of one incident. */
  parentId?: string;
  /** Id of the last row of the page before. */
  after?: string;
  limit: number;
};

/**
 * Folded states. A row is a cache that knows the revision up to which it is true: every answer folds the
 * acknowledged entries above it first, so that an API that dies after an acknowledgement hides nothing.
 */
export type Projections = {
  read<K extends SubjectKind>(orgId: string, kind: K, id: string): Promise<State<K> | null>;
  /**
   * What this process happens to remember of a subject; null where nothing. It may be out of date: to prepare what will
   * be needed if it is not, and never to decide or answer by.
   */
  remembered<K extends SubjectKind>(orgId: string, kind: K, id: string): State<K> | null;
  /** Newest first. Catches up with the journal's head before it answers. */
  list<K extends SubjectKind>(orgId: string, kind: K, query: ListQuery): Promise<State<K>[]>;
  /** Those of these ids that there are, in this order. Catches up with the journal's head before it answers. */
  readAll<K extends SubjectKind>(orgId: string, kind: K, ids: readonly string[]): Promise<State<K>[]>;
  /**
   * What registers and statistics go by, of every subject that has it, in no order. Kept in memory: the first answer of a
   * process looks through all of them, each later one at what was written since.
   */
  facts(orgId: string): Promise<readonly SubjectFact[]>;
  /** Subjects that hold an entry which this version cannot read; lists show what they were before it. At most `limit`. */
  unreadable(orgId: string, limit: number): Promise<Subject[]>;
};
