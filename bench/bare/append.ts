import { randomBytes, randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { sampleDraft } from '../journalWrites';

/** One writer, one entry at a time, in a database of its own on the same server: milliseconds of each append. */
export async function bareAppend(db: mongo.Db) {
  const settings = { macKey: 'bench', newSalt: () => randomBytes(32).toString('hex'), now: () => new Date() };
  const journal = await createMongoJournal(db, settings);
  const [orgId, subjectId] = [randomUUID(), randomUUID()];
  let revision = 0;
  return async (): Promise<number> => {
    const draft = sampleDraft(orgId, subjectId, randomUUID());
    const startMs = performance.now();
    const appended = await journal.append(draft, { kind: 'addition', revision: ++revision });
    if (!appended.ok) throw new Error(`bare append: ${appended.error.code}`);
    return performance.now() - startMs;
  };
}
