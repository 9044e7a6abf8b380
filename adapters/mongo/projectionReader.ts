import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import type { Entry, SubjectKind } from '../../domain/journal/entry';
import { mustFoldAgain } from '../../domain/journal/erasures';
import { foldSubject, isOpen, parentOf } from '../../domain/journal/folds';
import type { State } from '../../domain/journal/states';
import { createProjectionMemory } from './projectionMemory';
import type { ProjectionRows, Row } from './projectionRows';

/** A row is stored again once this many entries lie above it; a list, which catches up, stores each. */
const STORE_EVERY = 8;

export type Reader = {
  read: Projections['read'];
  remembered: Projections['remembered'];
  /** Folds a subject from its first entry and stores it in the place of a row that cannot be believed, if there is one. */
  foldAgain<K extends SubjectKind>(orgId: string, kind: K, id: string, instead: Row | null): Promise<State<K> | null>;
};

/**
 * Reads one subject: its row, kept or stored, and the entries from the row's newest on. That entry is read again to see
 * that the row was made of this journal, since a restored backup may hold another.
 */
export function createReader(rows: ProjectionRows, journal: Pick<Journal, 'readSubject'>): Reader {
  const memory = createProjectionMemory();

  const read: Reader['read'] = async (orgId, kind, id) => {
    const kept = memory.find(orgId, kind, id);
    if (kept !== null) {
      const believed = await foldAbove(kind, kept);
      if (believed !== null) return believed;
    }
    const stored = await rows.find(orgId, kind, id);
    return (stored === null ? null : await foldAbove(kind, stored)) ?? foldAgain(orgId, kind, id, stored);
  };

  const remembered: Reader['remembered'] = (orgId, kind, id) => {
    const kept = memory.find(orgId, kind, id);
    return kept === null ? null : JSON.parse(kept.state);
  };

  /** Null where the row cannot be believed: it is of another journal, or holds what has been erased. */
  async function foldAbove<K extends SubjectKind>(kind: K, row: Omit<Row, 'projector'>): Promise<State<K> | null> {
    const { orgId, id } = row;
    const [known, ...newer] = await journal.readSubject(orgId, { kind, id }, row.revision - 1);
    if (known?.leaf !== row.leaf || mustFoldAgain(newer)) return null;
    const start = JSON.parse(row.state) as State<K>;
    const newest = newer.at(-1);
    const state = newest === undefined ? start : foldSubject(kind, newer, start);
    if (state === null) return null;
    const next = newest === undefined ? row : { ...row, ...rowOf(kind, state, newest, row.firstSeq) };
    memory.keep(next);
    if (newer.length >= STORE_EVERY) rows.raise([next]).catch(() => undefined); // a cache: the next reader writes it
    return state;
  }

  const foldAgain: Reader['foldAgain'] = async (orgId, kind, id, instead) => {
    const entries = await journal.readSubject(orgId, { kind, id }, 0);
    const [first, last] = [entries[0], entries.at(-1)];
    if (first === undefined || last === undefined) return null;
    const state = foldSubject(kind, entries);
    if (state === null) return null;
    const row = rowOf(kind, state, last, first.seq);
    memory.keep(row);
    if (mustFoldAgain(entries)) await rows.removeEarlier(orgId, kind, id);
    // an erasure is newer than every row that holds the value; after a restore there may be none newer
    await (instead === null || last.revision > instead.revision ? rows.raise([row]) : rows.replace(row, instead));
    return state;
  };

  return { read, remembered, foldAgain };
}

export function rowOf<K extends SubjectKind>(kind: K, state: State<K>, newest: Entry, firstSeq: number) {
  const { orgId, seq, revision, leaf, subject } = newest;
  const place = { orgId, kind, id: subject.id, firstSeq, seq, revision, leaf, unreadable: false };
  return { ...place, open: isOpen(kind, state), parentId: parentOf(kind, state), state: JSON.stringify(state) };
}
