import type { Subject, SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';

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
  /** `glimpse` may be shown at once what was true before, to read ahead what it names; only the answer is to be believed. */
  read<K extends SubjectKind>(
    orgId: string,
    kind: K,
    id: string,
    glimpse?: (remembered: State<K>) => void,
  ): Promise<State<K> | null>;
  /** Newest first. Catches up with the journal's head before it answers. */
  list<K extends SubjectKind>(orgId: string, kind: K, query: ListQuery): Promise<State<K>[]>;
  /** Subjects that hold an entry which this version cannot read; lists show what they were before it. At most `limit`. */
  unreadable(orgId: string, limit: number): Promise<Subject[]>;
};
