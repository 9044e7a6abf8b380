import type { mongo } from 'mongoose';
import type { Journal } from '../../application/ports/journal';
import type { ListQuery, Projections } from '../../application/ports/projections';
import type { Subject, SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import { createCatchUp } from './projectionCatchUp';
import { createReader } from './projectionReader';
import { createFactsMemory } from './factsMemory';
import { openProjectionRows, type ProjectionRows, type Row } from './projectionRows';

type Part = Pick<Journal, 'readSubject' | 'readWindow'>;

/** Width of the first look back for a list, in entries; it doubles until the page is full. */
const FIRST_LOOK = 1000;
/** Width of each look of a walk over all, in entries. */
const WALK = 5000;

/** Folded states over a cache that any process may drop, lose or share; the journal alone is believed. */
export async function createMongoProjections(db: mongo.Db, journal: Part): Promise<Projections> {
  const rows = await openProjectionRows(db);
  const reader = createReader(rows, journal);
  const catchUp = createCatchUp(rows, journal, reader);

  /** The newest state that can be read: a list does not hide what one unknown entry stands on. */
  async function stateOf<K extends SubjectKind>(kind: K, row: Row): Promise<State<K> | null> {
    const cached = JSON.parse(row.state) as State<K>;
    if (!row.unreadable || (await isUnreadable(row))) return cached;
    return reader.read(row.orgId, kind, row.id);
  }

  /** A row keeps its mark until somebody reads it: this version may be the one that can. */
  async function isUnreadable({ orgId, kind, id }: Row): Promise<boolean> {
    try {
      await reader.read(orgId, kind, id);
      return false;
    } catch (error) {
      if (error instanceof SubjectUnreadable) return true;
      throw error;
    }
  }

  /** As the rows stand: whoever calls has caught up. */
  async function statesOf<K extends SubjectKind>(orgId: string, kind: K, ids: readonly string[]): Promise<State<K>[]> {
    const found = await rows.findMany(
      orgId,
      ids.map((id) => ({ kind, id })),
    );
    const byId = new Map(found.map((row) => [row.id, row]));
    const states = await Promise.all(ids.flatMap((id) => byId.get(id) ?? []).map((row) => stateOf(kind, row)));
    return states.filter((state) => state !== null);
  }

  /** Every state of a kind up to this entry, a page at a time, so that they are never in memory together. */
  async function* walk<K extends SubjectKind>(orgId: string, kind: K, head: number): AsyncGenerator<State<K>> {
    for (let high = head + 1; high > 1; high -= WALK) {
      const found = await rows.between(orgId, kind, null, { low: Math.max(0, high - WALK) - 1, high });
      for (const row of found) {
        const state = await stateOf(kind, row);
        if (state !== null) yield state;
      }
    }
  }

  return {
    read: reader.read,
    remembered: reader.remembered,
    async list(orgId, kind, query) {
      const head = await catchUp(orgId);
      const page = await pageOf(rows, { orgId, kind, query, head });
      const states = await Promise.all(page.map((row) => stateOf(kind, row)));
      return states.filter((state) => state !== null);
    },
    async readAll(orgId, kind, ids) {
      await catchUp(orgId);
      return statesOf(orgId, kind, ids);
    },
    facts: createFactsMemory(journal, { head: catchUp, statesOf, walk }),
    async unreadable(orgId, limit) {
      await catchUp(orgId);
      const marked = await rows.unreadable(orgId, limit);
      const still = await Promise.all(marked.map(async (row) => ((await isUnreadable(row)) ? [subjectOf(row)] : [])));
      return still.flat();
    },
  };
}

const subjectOf = ({ kind, id }: Row): Subject => ({ kind, id });

type Asked = { orgId: string; kind: SubjectKind; query: ListQuery; head: number };

/** Bounded on both sides, wider each time: an open-ended sort scans on the embedded server. */
async function pageOf(rows: ProjectionRows, { orgId, kind, query, head }: Asked): Promise<Row[]> {
  const { open, parentId, after, limit } = query;
  const narrowed = parentId !== undefined ? { parentId } : open !== undefined ? { open } : null;
  const last = after === undefined ? null : await rows.find(orgId, kind, after);
  if (after !== undefined && last === null) return [];
  const page: Row[] = [];
  let high = last?.firstSeq ?? head + 1;
  for (let look = FIRST_LOOK; page.length < limit && high > 1; look *= 2) {
    const low = Math.max(0, high - look);
    const found = await rows.between(orgId, kind, narrowed, { low: low - 1, high });
    page.push(...found.filter((row) => open === undefined || row.open === open));
    high = low;
  }
  return page.slice(0, limit);
}
