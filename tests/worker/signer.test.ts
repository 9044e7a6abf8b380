import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createFileNotary } from '../../adapters/keys/fileNotary';
import { readCheckpointText } from '../../domain/journal/checkpoint';
import { hashOf } from '../../domain/journal/merkle';
import { isConsistent } from '../../domain/journal/merkleProofs';
import { readNote } from '../../domain/journal/note';
import type { startSigner } from '../../worker/signer/startSigner';
import { startMongo } from '../fakes/servers';
import { keys, openSigning, until } from '../fakes/signing';

let mongo: Awaited<ReturnType<typeof startMongo>>;
let folder: string;
const signers: ReturnType<typeof startSigner>[] = [];

beforeAll(async () => {
  mongo = await startMongo();
  folder = await mkdtemp(join(tmpdir(), 'vigie-signer-'));
}, 30_000);
afterEach(async () => {
  for (const signer of signers.splice(0)) await signer.stop();
});
afterAll(async () => {
  await mongo.stop();
  await rm(folder, { recursive: true });
}, 30_000);

const open = (house: string) => openSigning(mongo.db, folder, house, (signer) => signers.push(signer));

describe('the signer', () => {
  it('signs what was appended within a second, and marks it before', async () => {
    const orgId = randomUUID();
    const { append, sign, heads, marks, notary, journal, refusals } = await open(orgId);
    const signer = sign();
    await append(...keys(300));
    const appendedAtMs = performance.now();
    const head = await until(() => heads.at(orgId, 300));
    const tookMs = performance.now() - appendedAtMs;
    const beforeReadMs = performance.now();
    await heads.at(orgId, 300);
    const readMs = performance.now() - beforeReadMs; // some 2 ms, and far more where the machine is busy
    expect(tookMs).toBeLessThan(1_000 + 50 * readMs);
    await signer.stop();
    expect(await marks.newest(orgId)).toEqual({ size: 300, note: head.note });
    expect(await notary.hasSigned(orgId, head.note)).toBe(true);
    const leaves = (await journal.readWindow(orgId, 0, 300)).map(({ leaf }) => leaf);
    expect(readCheckpointText(readNote(head.note)?.text ?? '')).toEqual({
      origin: `vigie.test/${orgId}`,
      size: 300,
      root: hashOf(leaves),
    });
    expect(refusals).toEqual([]);
  });

  it('goes on where it was after a restart, consistently', async () => {
    const orgId = randomUUID();
    const first = await open(orgId);
    await first.append('a', 'b', 'c');
    const before = first.sign();
    const older = await until(() => first.heads.at(orgId, 3));
    await before.stop();
    const second = await open(orgId);
    await second.append('d', 'e');
    const after = second.sign();
    const newer = await until(() => second.heads.at(orgId, 5));
    await after.stop();
    expect(isConsistent(older, newer, await second.tree.consistency(orgId, 3, 5))).toBe(true);
    expect(second.refusals).toEqual([]);
  });

  it('lets a mark leave as it was when the process died before its checkpoint', async () => {
    const orgId = randomUUID();
    const house = await open(orgId);
    await house.append('a', 'b');
    const signer = house.sign();
    const head = await until(() => house.heads.at(orgId, 2));
    await signer.stop();
    await mongo.db.collection('checkpoints').deleteMany({ orgId });
    await mongo.db.collection<{ _id: string }>('newestCheckpoints').deleteOne({ _id: orgId });
    const again = (await open(orgId)).sign();
    expect(await until(() => house.heads.newest(orgId))).toEqual(head);
    await again.stop();
  });

  async function signedThen(change: (orgId: string) => Promise<unknown>) {
    const orgId = randomUUID();
    const house = await open(orgId);
    await house.append(...keys(5));
    const signer = house.sign();
    await until(() => house.heads.at(orgId, 5));
    await signer.stop();
    await change(orgId);
    const later = await open(orgId);
    const second = later.sign();
    const [refusal] = await until(async () => (later.refusals.length > 0 ? later.refusals : null));
    await later.append(...keys(3, 'later')).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(second.refusals()).toEqual([refusal]);
    await second.stop();
    const marked = await readdir(join(folder, orgId, 'marks', orgId)).catch(() => []);
    expect(marked.filter((name) => Number(name) > 5)).toEqual([]);
    return refusal;
  }

  const entries = () => mongo.db.collection('entries');

  it('stops for two persons when the journal is shorter than what it signed', async () => {
    expect(await signedThen((orgId) => entries().deleteMany({ orgId, seq: { $gt: 3 } }))).toMatchObject({
      reason: 'journalShorter',
      marked: 5,
      found: 3,
    });
  });

  it('stops for two persons when an entry below its mark was removed: a new one behind it hides nothing', async () => {
    const hole = async (orgId: string) => {
      const { append } = await open(orgId);
      await append('sixth');
      await entries().deleteOne({ orgId, seq: 5 });
    };
    expect(await signedThen(hole)).toMatchObject({ reason: 'entryMissing', marked: 5, found: 5 });
  });

  it.each<[string, (orgId: string) => Promise<unknown>, object]>([
    ['removed', (orgId) => entries().deleteOne({ orgId, seq: 5 }), { reason: 'journalShorter', found: 4 }],
    [
      'replaced',
      (orgId) => entries().updateOne({ orgId, seq: 5 }, { $set: { leaf: 'f'.repeat(64) } }),
      { reason: 'journalDiffers', found: 5 },
    ],
  ])(
    'while it runs, stops at once when the newest entry is %s, and signs nothing above',
    async (_what, change, refusal) => {
      const orgId = randomUUID();
      const house = await open(orgId);
      await house.append(...keys(5));
      house.sign();
      await until(() => house.heads.at(orgId, 5));
      await change(orgId);
      await until(async () => (house.refusals.length > 0 ? house.refusals : null));
      await house.append('later');
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(house.refusals).toMatchObject([{ marked: 5, ...refusal }]);
      expect((await house.heads.newest(orgId))?.size).toBe(5);
    },
  );

  it('tries a fault that lasts ever more rarely', async () => {
    const orgId = randomUUID();
    const house = await open(orgId);
    await house.append('a');
    house.tree.root = async () => Promise.reject(new Error('the disk is full'));
    house.sign();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(house.failures.length).toBeGreaterThan(1);
    expect(house.failures.length).toBeLessThan(9); // every 50 ms it would be some twenty
  });

  async function wentElsewhere(orgId: string) {
    await entries().deleteMany({ orgId, seq: { $gt: 3 } });
    const { append } = await open(orgId);
    await append(...keys(4, 'other'));
  }

  it('stops for two persons when a restored journal went another way', async () => {
    expect(await signedThen(wentElsewhere)).toMatchObject({ reason: 'journalDiffers', marked: 5, found: 7 });
  });

  it('stops for two persons when its marks or its key are gone', async () => {
    const without = (part: string) => (orgId: string) => rm(join(folder, orgId, part), { recursive: true });
    expect(await signedThen(without('keys'))).toMatchObject({ reason: 'otherKey' });
    expect(await signedThen(without('marks'))).toMatchObject({ reason: 'marksMissing', marked: 5, found: 5 });
  });

  it('never signs an entry that was changed after it was written', async () => {
    const change = async (orgId: string) => {
      const { append } = await open(orgId);
      await append('sixth');
      await entries().updateOne({ orgId, seq: 6 }, { $set: { 'fields.key.value': 'changed' } });
    };
    expect(await signedThen(change)).toMatchObject({ reason: 'entryDamaged', marked: 5, found: 6 });
  });

  it('is one of two: the other waits for the lease and goes on when it is given back', async () => {
    const orgId = randomUUID();
    const house = await open(orgId);
    const [first, second] = [house.sign('first'), house.sign('second')];
    await house.append('a');
    await until(() => house.heads.at(orgId, 1));
    await first.stop();
    await house.append('b');
    await until(() => house.heads.at(orgId, 2));
    await second.stop();
    expect(house.failures).toEqual([]);
  });
});

describe('the key of a journal', () => {
  it('is made once, for its owner alone, by two processes at once too', async () => {
    const keysFolder = join(folder, randomUUID());
    const notaries = [1, 2, 3, 4].map(() => createFileNotary({ folder: keysFolder, installation: 'vigie.test' }));
    const known = await Promise.all(notaries.map((notary) => notary.verifierKey('o1')));
    expect(new Set(known).size).toBe(1);
    expect(known[0]).toMatch(/^vigie\.test\/o1\+[0-9a-f]{8}\+A[A-Za-z0-9+/]{43}$/);
    const [file = ''] = await readdir(keysFolder);
    expect((await stat(join(keysFolder, file))).mode & 0o777).toBe(0o600);
    expect(await readdir(keysFolder)).toHaveLength(1);
  });

  it('is another one for each organisation, and does not answer for the other', async () => {
    const notary = createFileNotary({ folder: join(folder, randomUUID()), installation: 'vigie.test' });
    const note = await notary.sign('o1', 'text\n');
    expect(await notary.hasSigned('o1', note)).toBe(true);
    expect(await notary.hasSigned('o2', note)).toBe(false);
    expect(await notary.hasSigned('o1', note.replace('text', 'tent'))).toBe(false);
  });
});
