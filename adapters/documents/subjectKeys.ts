import { randomBytes } from 'node:crypto';
import type { mongo } from 'mongoose';
import { isDuplicateKey } from './duplicateKey';
import { createHeld } from './held';
import type { KeyRing, WrappedKey } from './keyRing';
import { KEY_BYTES } from './seal';

/** `wrapped` is null once the key is destroyed: the row stays, so that no second key is made for the subject. */
type KeyRow = { _id: string; orgId: string; subjectId: string; wrapped: WrappedKey | null };

/** One random key per subject, wrapped by the ring. Destroying it makes everything sealed under it unreadable. */
export type SubjectKeys = {
  /**
   * Made at the first call.
   *
   * @throws SubjectForgotten
   */
  obtain(orgId: string, subjectId: string): Promise<Buffer>;
  /** Null when there is none, or none any more. */
  find(orgId: string, subjectId: string): Promise<Buffer | null>;
  destroy(orgId: string, subjectId: string): Promise<void>;
};

export class SubjectForgotten extends Error {
  override name = 'SubjectForgotten';
}

export function createSubjectKeys(db: mongo.Db, ring: KeyRing): SubjectKeys {
  const rows = db.collection<KeyRow>('subjectKeys', {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  });
  const read = async (id: string) => rows.findOne({ _id: id });
  const inUse = createHeld<Buffer>();

  return {
    async obtain(orgId, subjectId) {
      const id = placeOf(orgId, subjectId);
      const held = inUse.get(id);
      if (held !== undefined) return held;
      const row = (await read(id)) ?? (await make(id, orgId, subjectId));
      if (row.wrapped === null) throw new SubjectForgotten('this subject was erased');
      const key = ring.unwrap(row.wrapped, id);
      inUse.hold(id, key);
      return key;
    },

    async find(orgId, subjectId) {
      const id = placeOf(orgId, subjectId);
      const wrapped = (await read(id))?.wrapped ?? null;
      return wrapped === null ? null : ring.unwrap(wrapped, id);
    },

    async destroy(orgId, subjectId) {
      const id = placeOf(orgId, subjectId);
      inUse.drop(id);
      await rows.updateOne({ _id: id }, { $set: { orgId, subjectId, wrapped: null } }, { upsert: true });
    },
  };

  async function make(id: string, orgId: string, subjectId: string): Promise<KeyRow> {
    const row = { _id: id, orgId, subjectId, wrapped: ring.wrap(randomBytes(KEY_BYTES), id) };
    try {
      await rows.insertOne(row);
      return row;
    } catch (error) {
      const winner = isDuplicateKey(error) ? await read(id) : null;
      if (winner === null) throw error;
      return winner; // somebody else was faster: theirs is the key
    }
  }
}

/** Where a sealed thing belongs; an empty organisation or subject never reaches the database. */
export function placeOf(...parts: [orgId: string, subjectId: string, ...more: string[]]): string {
  if (parts.some((part) => part === '' || part.includes('/'))) throw new TypeError('not an opaque id');
  return parts.join('/');
}
