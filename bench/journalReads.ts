import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { createMongoJournal } from '../adapters/mongo/journal';
import { createSignedHeads } from '../adapters/mongo/signedHeads';
import { createTree } from '../adapters/mongo/tree';
import type { Entry } from '../domain/journal/entry';
import { sealEntry } from '../domain/journal/seal';
import { sampleDraft } from './journalWrites';
import { quantile, type Row, row } from './row';

const PER_INSERT = 1_000;
const PROOFS = 400;
const RESTARTS = 10;
const SIGNED_BEHIND = 2_000;
const settings = { macKey: 'bench', newSalt: () => randomBytes(32).toString('hex'), now: () => new Date() };

/**
 * Proofs and the first append after a restart in a large journal. It is seeded up to `entries`, or as far as `seedMs`
 * allows: the rows name the size that was reached. The reference of a proof is one bare read in the same run.
 */
export async function benchReads(
  db: mongo.Db,
  { entries, seedMs }: { entries: number; seedMs: number },
): Promise<Row[]> {
  const orgId = randomUUID();
  const size = await seed(db, orgId, entries, seedMs);

  // as the signer leaves it when a process dies: a second of entries behind
  const signed = { size: Math.max(1, size - SIGNED_BEHIND), root: '', note: '', hash: '' };
  await (await createSignedHeads(db)).add(orgId, signed);
  const appendsMs: number[] = [];
  for (let restart = 0; restart < RESTARTS; restart++) {
    const journal = await createMongoJournal(db, settings); // a process that knows nothing of the head
    const before = performance.now();
    const draft = sampleDraft(orgId, randomUUID(), `restart-${restart}`);
    const appended = await journal.append(draft, { kind: 'addition', revision: 1 });
    appendsMs.push(performance.now() - before);
    if (!appended.ok || appended.value.entry.seq !== size + restart + 1) throw new Error('the head was not found');
  }

  const journal = await createMongoJournal(db, settings);
  const tree = await createTree(db, journal);
  const [proofsMs, readsMs]: [number[], number[]] = [[], []];
  for (let proof = 0; proof <= PROOFS; proof++) {
    const seq = 1 + (createHash('sha256').update(`${proof}`).digest().readUInt32BE() % size);
    const before = performance.now();
    await tree.inclusion(orgId, seq, size);
    const between = performance.now();
    await journal.readWindow(orgId, seq - 1, 1);
    proofsMs.push(between - before);
    readsMs.push(performance.now() - between);
  }
  const [first = Number.NaN, ...later] = proofsMs;
  const of = `${size.toLocaleString('en')} entries`;
  // a smaller journal proves nothing of a larger one: the target is then words, and nobody reads it as met
  const asked = (limit: string) => (size >= entries ? `value ${limit}` : `${limit} at ${entries.toLocaleString('en')}`);
  return [
    row(`inclusion proof p99, ${of}`, quantile(later, 0.99), 'ms', asked('<= 20'), quantile(readsMs, 0.99)),
    row(`inclusion proof p50, ${of}`, quantile(later, 0.5), 'ms', '', quantile(readsMs, 0.5)),
    row(`first inclusion proof after a restart, ${of}`, first, 'ms', ''),
    row(`first append after a restart, worst of ${RESTARTS}, ${of}`, Math.max(...appendsMs), 'ms', asked('<= 200')),
  ];
}

/** Small entries under the journal's own indexes; their tiles are stored as the signer would have. */
async function seed(db: mongo.Db, orgId: string, entries: number, seedMs: number): Promise<number> {
  const collection = db.collection<Entry & { _id: string }>('entries');
  const leaves: string[] = [];
  await createMongoJournal(db, settings); // makes the indexes
  const tree = await createTree(db, {
    readWindow: async (_orgId, afterSeq, limit) =>
      leaves.slice(afterSeq, afterSeq + limit).map((leaf, index) => ({ leaf, seq: afterSeq + index + 1 }) as Entry),
  });
  const subjectId = randomUUID();
  const sample = sealEntry(
    { ...sampleDraft(orgId, subjectId, 'seed'), values: {} },
    { seq: 1, revision: 1, recordedAt: '2026-03-27T09:20:01.000Z' },
    settings,
  );
  const startedMs = performance.now();
  while (leaves.length < entries && performance.now() - startedMs < seedMs) {
    const from = leaves.length;
    const batch = Array.from({ length: PER_INSERT }, (_, index) => {
      const seq = from + index + 1;
      const key = `seed-${seq}`;
      const leaf = createHash('sha256').update(key).digest('hex');
      leaves.push(leaf);
      return { ...sample, _id: `${orgId}/${key}`, seq, revision: seq, key, leaf };
    });
    await collection.insertMany(batch, { ordered: true });
  }
  await tree.storeTiles(orgId, 0, leaves.length);
  return leaves.length;
}
