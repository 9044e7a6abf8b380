import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { createFileNotary } from '../../adapters/keys/fileNotary';
import { createFileMarks } from '../../adapters/marks/fileMarks';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createLeases } from '../../adapters/mongo/leases';
import { createSignedHeads } from '../../adapters/mongo/signedHeads';
import { createTree } from '../../adapters/mongo/tree';
import type { EntryDraft } from '../../domain/journal/entry';
import { fillGaps } from '../../application/journal/fillGaps';
import type { Ports } from '../../application/ports/ports';
import type { Refusal } from '../../worker/signer/signingRefused';
import { startSigner } from '../../worker/signer/startSigner';

const settings = { macKey: 'test', newSalt: () => 'ab'.repeat(32), now: () => new Date() };
const draft = (orgId: string, key: string): EntryDraft => ({
  orgId,
  at: '2026-03-27T09:20:00.000Z',
  actor: { kind: 'person', id: 'p1' },
  type: 'test',
  subject: { kind: 'notice', id: 'n1' },
  key,
  values: { key },
  request: key,
});

/** Everything that the signer stands on. Marks and keys of one `house` outlive its processes. */
export async function openSigning(
  db: mongo.Db,
  folder: string,
  house: string,
  started: (signer: ReturnType<typeof startSigner>) => void,
) {
  const journal = await createMongoJournal(db, settings);
  const parts = {
    journal,
    tree: await createTree(db, journal),
    heads: await createSignedHeads(db),
    marks: createFileMarks(join(folder, house, 'marks')),
    notary: createFileNotary({ folder: join(folder, house, 'keys'), installation: 'vigie.test' }),
    leases: createLeases(db, () => new Date()),
  };
  const refusals: Refusal[] = [];
  const failures: unknown[] = [];
  const accepted: { by: number | null } = { by: null };
  const sign = (holder: string = randomUUID()) => {
    const signer = startSigner(
      {
        ...parts,
        // one organisation a test: the others of this database are signed by their own tests
        journal: { ...journal, organisations: async () => [house] },
        holder,
        refused: (refusal) => refusals.push(refusal),
        decided: async ({ reason, found }) => ({ reason, found, acceptedBy: accepted.by }),
        async fill(orgId, decidedBy) {
          const ports = { journal, now: () => new Date() } as unknown as Ports;
          await fillGaps({
            ctx: { orgId, actor: { kind: 'system', id: 'signer' }, roles: [], ports },
            input: { decidedBy },
          });
        },
        changed: async () => undefined,
        failed: (_where, error) => failures.push(error),
      },
      { netMs: 50, restMs: 5, leaseMs: 600, auditMs: 60_000, auditRestMs: 60_000 },
    );
    started(signer);
    return signer;
  };
  const append = async (...keys: string[]) => {
    await Promise.all(keys.map((key) => journal.append(draft(house, key), { kind: 'addition', revision: 1 })));
  };
  return { ...parts, refusals, failures, accepted, sign, append };
}

export async function until<T>(found: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const value = await found();
    if (value !== null) return value;
    if (performance.now() > deadline) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const keys = (count: number, prefix = 'k') => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
