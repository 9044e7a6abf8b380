import { mongo } from 'mongoose';
import type { Entry, SubjectKind } from '../../domain/journal/entry';
import { PROJECTOR } from '../../domain/journal/projector';
import { presentOrg } from './presentOrg';

const DUPLICATE_KEY = 11_000;

/** Cache of a folded subject. `leaf` names the newest entry in it; `state` is JSON, so that it reads back as it was. */
export type Row = {
  orgId: string;
  kind: SubjectKind;
  projector: number;
  id: string;
  firstSeq: number;
  seq: number;
  revision: number;
  leaf: string;
  open: boolean;
  parentId: string | null;
  /** An entry above it could not be read: the row stays what it was. */
  unreadable: boolean;
  state: string;
};

type StoredRow = Row & { _id: string };
type Cursor = { _id: string; orgId: string; seq: number; leaf: string };

/** Filters name exactly the fields of one index: on the embedded server a further condition scans the collection. */
export async function openProjectionRows(db: mongo.Db) {
  const rows = db.collection<StoredRow>('projectionRows');
  const cursors = db.collection<Cursor>('projectionPlaces');
  /** Of versions that found rows by an id of several fields: left to a process of theirs, and to a way back to them. */
  const former = db.collection<Row>('projections');
  await rows.createIndex({ orgId: 1, projector: 1, kind: 1, firstSeq: 1 });
  await rows.createIndex({ orgId: 1, projector: 1, kind: 1, open: 1, firstSeq: 1 });
  await rows.createIndex({ orgId: 1, projector: 1, kind: 1, parentId: 1, firstSeq: 1 });

  await rows.createIndex({ orgId: 1, projector: 1, unreadable: 1 });

  /** One string: the embedded server finds an `_id` of several fields by looking at every row. */
  const rowId = (orgId: string, kind: SubjectKind, id: string, projector = PROJECTOR): string =>
    [projector, presentOrg(orgId), kind, id].join('/');
  const cursorId = (orgId: string): string => [PROJECTOR, presentOrg(orgId)].join('/');

  /** Writes rows unless newer ones are there: of two processes the slower takes nothing back. */
  async function raise(raised: readonly Omit<Row, 'projector'>[]): Promise<void> {
    if (raised.length === 0) return;
    const updates = raised.map((row) => ({
      updateOne: {
        filter: { _id: rowId(row.orgId, row.kind, row.id), revision: { $lt: row.revision } },
        update: { $set: { ...row, projector: PROJECTOR } },
        upsert: true,
      },
    }));
    await ignoringDuplicates(rows.bulkWrite(updates, { ordered: false }));
  }

  return {
    find: (orgId: string, kind: SubjectKind, id: string) => rows.findOne({ _id: rowId(orgId, kind, id) }),

    findMany: (orgId: string, subjects: readonly { kind: SubjectKind; id: string }[]) =>
      rows.find({ _id: { $in: subjects.map(({ kind, id }) => rowId(orgId, kind, id)) } }).toArray(),

    raise,

    /** Writes rows of which none was there: one insert costs a quarter. Where another process was faster they are raised. */
    async add(added: readonly Omit<Row, 'projector'>[]): Promise<void> {
      if (added.length === 0) return;
      const documents = added.map((row) => ({ ...row, projector: PROJECTOR, _id: rowId(row.orgId, row.kind, row.id) }));
      try {
        await rows.insertMany(documents, { ordered: false });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await raise(added);
      }
    },

    /** Puts a row in the place of one that cannot be trusted: values were erased, or an old backup came back. */
    replace: (row: Omit<Row, 'projector'>, instead: Pick<Row, 'revision' | 'leaf'>) =>
      rows.updateOne(
        { _id: rowId(row.orgId, row.kind, row.id), revision: instead.revision, leaf: instead.leaf },
        { $set: { ...row, projector: PROJECTOR } },
      ),

    /** A subject whose first entry cannot be read gets a row without a state, so that it is known to be there. */
    markUnreadable: ({ orgId, subject: { kind, id }, seq }: Entry) =>
      ignoringDuplicates(
        rows.updateOne(
          { _id: rowId(orgId, kind, id) },
          {
            $set: { unreadable: true },
            $setOnInsert: {
              orgId,
              projector: PROJECTOR,
              kind,
              id,
              firstSeq: seq,
              seq: 0,
              revision: 0,
              leaf: '',
              open: true,
              parentId: null,
              state: 'null',
            },
          },
          { upsert: true },
        ),
      ),

    unreadable: (orgId: string, limit: number) =>
      rows
        .find({ orgId: presentOrg(orgId), projector: PROJECTOR, unreadable: true })
        .limit(limit)
        .toArray(),

    /** Rows that an earlier projector left lie unread, with what was erased since. */
    async removeEarlier(orgId: string, kind: SubjectKind, id: string): Promise<void> {
      const earlier = Array.from({ length: PROJECTOR - 1 }, (_, index) => rowId(orgId, kind, id, index + 1));
      await rows.deleteMany({ _id: { $in: earlier } });
      await former.deleteMany({ orgId: presentOrg(orgId), kind, id });
    },

    remove: (orgId: string, kind: SubjectKind, id: string) => rows.deleteOne({ _id: rowId(orgId, kind, id) }),

    /** Rows whose subject began in `(low, high)`, newest first. */
    between(
      orgId: string,
      kind: SubjectKind,
      narrowed: { open: boolean } | { parentId: string } | null,
      bounds: Bounds,
    ) {
      const place = { orgId: presentOrg(orgId), projector: PROJECTOR, kind };
      return rows
        .find({ ...place, ...narrowed, firstSeq: { $gt: bounds.low, $lt: bounds.high } })
        .sort({ firstSeq: -1 })
        .toArray();
    },

    cursor: (orgId: string) => cursors.findOne({ _id: cursorId(orgId) }),

    advance: (orgId: string, { seq, leaf }: Entry) =>
      ignoringDuplicates(
        cursors.updateOne(
          { _id: cursorId(orgId), seq: { $lt: seq } },
          { $set: { orgId, seq, leaf } },
          { upsert: true },
        ),
      ),

    /** After a restore the journal is not the one that these rows were made of. */
    async forget(orgId: string): Promise<void> {
      await cursors.deleteOne({ _id: cursorId(orgId) });
      await rows.deleteMany({ orgId: presentOrg(orgId), projector: PROJECTOR });
    },
  };
}

export type Bounds = { low: number; high: number };
export type ProjectionRows = Awaited<ReturnType<typeof openProjectionRows>>;

/** An upsert that finds a newer row by `_id` but not by revision tries to insert it again: nothing is to be done. */
async function ignoringDuplicates(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** All that a write was refused for is that something stands there. */
function isDuplicate(error: unknown): boolean {
  const codes =
    error instanceof mongo.MongoBulkWriteError
      ? [error.writeErrors].flat().map(({ code }) => code)
      : [error instanceof mongo.MongoServerError ? error.code : null];
  return codes.every((code) => code === DUPLICATE_KEY);
}
