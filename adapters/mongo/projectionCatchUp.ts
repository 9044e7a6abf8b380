import type { Journal } from '../../application/ports/journal';
import type { Entry, SubjectKind } from '../../domain/journal/entry';
import { mustFoldAgain } from '../../domain/journal/erasures';
import { foldSubject } from '../../domain/journal/folds';
import type { State } from '../../domain/journal/states';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import { type Reader, rowOf } from './projectionReader';
import type { ProjectionRows, Row } from './projectionRows';

const WINDOW = 500;

type Place = Pick<Row, 'kind' | 'id'>;
type Group = { kind: SubjectKind; id: string; entries: Entry[] };

/**
 * Brings the rows of an organisation up to the journal's head, window by window, from a cursor that all processes share.
 * Two at once do the same work twice and no harm: a row is only ever raised.
 *
 * @returns catches up with what was acknowledged before the call; resolves to the highest `seq` seen
 */
export function createCatchUp(
  rows: ProjectionRows,
  journal: Pick<Journal, 'readWindow'>,
  { foldAgain }: Pick<Reader, 'foldAgain'>,
): (orgId: string) => Promise<number> {
  const running = new Map<string, Promise<number>>();
  const waiting = new Map<string, Promise<number>>();

  /** A run that began before the call may have missed its entry: the call waits for the next one, shared by all who wait. */
  return (orgId) => {
    const current = running.get(orgId);
    if (current === undefined) return start(orgId);
    const next = waiting.get(orgId) ?? current.then(again, again);
    function again(): Promise<number> {
      waiting.delete(orgId);
      return start(orgId);
    }
    waiting.set(orgId, next);
    return next;
  };

  function start(orgId: string): Promise<number> {
    const run = follow(orgId).finally(() => running.delete(orgId));
    running.set(orgId, run);
    return run;
  }

  async function follow(orgId: string): Promise<number> {
    const cursor = await rows.cursor(orgId);
    if (cursor === null) return followFrom(orgId, 0, await journal.readWindow(orgId, 0, WINDOW));
    // The entry at the cursor is read again: a restored journal may not hold it.
    const [known, ...newer] = await journal.readWindow(orgId, cursor.seq - 1, WINDOW + 1);
    if (known?.leaf === cursor.leaf) return followFrom(orgId, cursor.seq, newer);
    await rows.forget(orgId);
    return followFrom(orgId, 0, await journal.readWindow(orgId, 0, WINDOW));
  }

  /** A window that does not reach its highest number is the last. */
  async function followFrom(orgId: string, from: number, first: Entry[]): Promise<number> {
    let [seq, window] = [from, first];
    for (;;) {
      const last = window.at(-1);
      if (last === undefined) return seq;
      await foldWindow(orgId, window);
      await rows.advance(orgId, last);
      if (last.seq < seq + WINDOW) return last.seq;
      [seq, window] = [last.seq, await journal.readWindow(orgId, last.seq, WINDOW)];
    }
  }

  async function foldWindow(orgId: string, window: Entry[]): Promise<void> {
    const groups = groupBySubject(window);
    const known = await rows.findMany(orgId, groups);
    const rowFor = ({ kind, id }: Place) => known.find((row) => row.kind === kind && row.id === id) ?? null;
    const raised = await Promise.all(groups.map((group) => foldGroup(orgId, group, rowFor(group))));
    const changed = raised.filter((row) => row !== null);
    await rows.add(changed.filter((row) => rowFor(row) === null));
    await rows.raise(changed.filter((row) => rowFor(row) !== null));
  }

  /** The row to write, or null where nothing is new or the reader has seen to it. */
  async function foldGroup(orgId: string, { kind, id, entries }: Group, row: Row | null) {
    const newer = entries.filter(({ revision }) => revision > (row?.revision ?? 0));
    const [first, newest] = [newer[0], newer.at(-1)];
    if (first === undefined || newest === undefined) return null;
    try {
      if (first.revision !== (row?.revision ?? 0) + 1 || mustFoldAgain(newer)) {
        await foldAgain(orgId, kind, id, row);
        return null;
      }
      const cached = row === null ? null : (JSON.parse(row.state) as State<typeof kind>);
      const state = foldSubject(kind, newer, cached);
      return state === null ? null : rowOf(kind, state, newest, row?.firstSeq ?? first.seq);
    } catch (error) {
      if (!(error instanceof SubjectUnreadable)) throw error;
      await rows.markUnreadable(first);
      return null;
    }
  }
}

function groupBySubject(window: readonly Entry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of window) {
    const { kind, id } = entry.subject;
    const key = `${kind}/${id}`;
    const group = groups.get(key) ?? { kind, id, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}
