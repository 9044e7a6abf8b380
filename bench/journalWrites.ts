import { randomBytes, randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { createMongoJournal } from '../adapters/mongo/journal';
import type { EntryDraft } from '../domain/journal/entry';
import { sealEntry } from '../domain/journal/seal';
import { load, quantile, type Row, row } from './row';

const WRITERS = 64;
const PER_ROUND = 1_600;
const ROUNDS = 3;
const settings = { macKey: 'bench', newSalt: () => randomBytes(32).toString('hex'), now: () => new Date() };

/** An entry of the usual size: six short fields, and the request that made it. */
export function sampleDraft(orgId: string, subjectId: string, key: string): EntryDraft {
  const values = { ladder: 'contract', version: 1, step: 50, percent: 50, roles: ['IM', 'DPO'], text: 'x'.repeat(120) };
  return {
    orgId,
    at: '2026-03-27T09:20:00.000Z',
    actor: { kind: 'person', id: '01a2b3c4-0000-7000-8000-000000000001' },
    type: 'notice.reminded',
    subject: { kind: 'notice', id: subjectId },
    key,
    values,
    request: JSON.stringify(values),
  };
}

/** 64 writers of one organisation through the journal, against `insertOne` of the same document under the same indexes. */
export async function benchWrites(db: mongo.Db): Promise<Row[]> {
  const journal = await createMongoJournal(db, settings);
  const raw = db.collection<{ _id: string }>('raw', { writeConcern: { w: 'majority', journal: true } });
  await raw.createIndex({ orgId: 1, seq: 1 }, { unique: true });
  await raw.createIndex({ orgId: 1, 'subject.kind': 1, 'subject.id': 1, revision: 1 }, { unique: true });
  const orgId = randomUUID();
  const subjects = Array.from({ length: 200 }, () => randomUUID());
  const draft = (round: number, index: number) =>
    sampleDraft(orgId, subjects[index % subjects.length] ?? '', `${round}-${index}-${'k'.repeat(30)}`);

  const rounds: Record<'reference' | 'ours', Awaited<ReturnType<typeof load>>>[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const sealed = Array.from({ length: PER_ROUND }, (_, index) => {
      const place = { seq: round * PER_ROUND + index + 1, revision: round * PER_ROUND + index + 1, recordedAt: 'x' };
      return sealEntry(draft(round, index), place, settings);
    });
    const reference = await load(WRITERS, PER_ROUND, async (index) => {
      const entry = sealed[index];
      if (entry !== undefined) await raw.insertOne({ _id: `${orgId}/${entry.key}`, ...entry });
    });
    const ours = await load(WRITERS, PER_ROUND, (index) =>
      journal.append(draft(round, index), { kind: 'addition', revision: revisionOf(round, index) }),
    );
    if (round > 0) rounds.push({ reference, ours }); // the first warms up both
  }

  function revisionOf(round: number, index: number): number {
    return Math.floor((round * PER_ROUND + index) / subjects.length) + 1;
  }

  const rate = (of: 'reference' | 'ours') =>
    quantile(
      rounds.map((round) => round[of].perSecond),
      0.5,
    );
  const p99 = (of: 'reference' | 'ours') =>
    quantile(
      rounds.flatMap((round) => round[of].latencies),
      0.99,
    );
  return [
    row('journal append, 64 writers, 1 organisation', rate('ours'), '1/s', 'ratio >= 2.5', rate('reference')),
    row('journal append p99, 64 writers', p99('ours'), 'ms', 'ratio <= 1', p99('reference')),
  ];
}
