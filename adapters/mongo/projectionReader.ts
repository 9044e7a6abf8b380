import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import type { Entry, SubjectKind } from '../../domain/journal/entry';
import { mustFoldAgain } from '../../domain/journal/erasures';
import { foldSubject, isOpen, parentOf } from '../../domain/journal/folds';
import type { State } from '../../domain/journal/states';
import type { ProjectionRows, Row } from './projectionRows';

/**
 * Reads one subject: its row, and the entries from the row's newest on. That entry is read again to see that the row
 * was made of this journal, since a restored backup may hold another.
 */
export function createReader(rows: ProjectionRows, journal: Pick<Journal, 'readSubject'>): Projections['read'] {
  return async (orgId, kind, id) => {
    const row = await rows.find(orgId, kind, id);
    const entries = await journal.readSubject(orgId, { kind, id }, row === null ? 0 : row.revision - 1);
    if (row === null) return entries.length === 0 ? null : foldAll(rows, kind, entries, null);

    const [known, ...newer] = entries;
    if (known?.leaf !== row.leaf || mustFoldAgain(newer)) {
      return foldAll(rows, kind, await journal.readSubject(orgId, { kind, id }, 0), row);
    }
    const start = JSON.parse(row.state) as State<typeof kind>;
    const newest = newer.at(-1);
    if (newest === undefined) return start;
    const state = foldSubject(kind, newer, start);
    if (state !== null) await rows.raise([rowOf(kind, state, newest, row.firstSeq)]);
    return state;
  };
}

async function foldAll<K extends SubjectKind>(rows: ProjectionRows, kind: K, entries: Entry[], instead: Row | null) {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return null;
  const state = foldSubject(kind, entries);
  if (state === null) return null;
  const row = rowOf(kind, state, last, first.seq);
  await (instead === null ? rows.raise([row]) : rows.replace(row, instead));
  return state;
}

export function rowOf<K extends SubjectKind>(kind: K, state: State<K>, newest: Entry, firstSeq: number) {
  const { orgId, seq, revision, leaf, subject } = newest;
  const place = { orgId, kind, id: subject.id, firstSeq, seq, revision, leaf, unreadable: false };
  return { ...place, open: isOpen(kind, state), parentId: parentOf(kind, state), state: JSON.stringify(state) };
}
