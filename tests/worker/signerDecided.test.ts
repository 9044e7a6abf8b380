import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readCheckpointText } from '../../domain/journal/checkpoint';
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
const entries = () => mongo.db.collection('entries');

async function wentElsewhere(orgId: string) {
  await entries().deleteMany({ orgId, seq: { $gt: 3 } });
  const { append } = await open(orgId);
  await append(...keys(4, 'other'));
}

describe('a journal that contradicts what was signed', () => {
  it.each([
    ['shorter', async (orgId: string) => void (await entries().deleteMany({ orgId, seq: { $gt: 3 } })), [3, 5]],
    ['went another way', (orgId: string) => wentElsewhere(orgId), [3, 5]],
    ['lost its marks', (orgId: string) => rm(join(folder, orgId, 'marks'), { recursive: true }), []],
    ['lost its key', (orgId: string) => rm(join(folder, orgId, 'keys'), { recursive: true }), [3, 5]],
  ])('%s: goes on once two persons accepted it; what it had marked stays, aside', async (_what, change, before) => {
    const orgId = randomUUID();
    const house = await open(orgId);
    await house.append(...keys(3));
    const first = house.sign();
    await until(() => house.heads.at(orgId, 3));
    await first.stop();
    await house.append('d', 'e'); // together: a signer that ran might have signed the one before the other
    const next = house.sign();
    await until(() => house.heads.at(orgId, 5));
    await next.stop();
    await change(orgId);

    const later = await open(orgId);
    const second = later.sign();
    await until(async () => (later.refusals.length > 0 ? later.refusals : null));
    later.accepted.by = 900;
    const head = (await later.journal.head(orgId)) + 1;
    await later.append('decided');
    const signed = await until(() => later.heads.at(orgId, head));
    expect(readCheckpointText(readNote(signed.note)?.text ?? '')?.root).toBe(await later.tree.root(orgId, head));
    await second.stop();
    expect(later.failures).toEqual([]);

    const marked = await readdir(join(folder, orgId, 'marks', orgId), { recursive: true });
    expect(marked).toContain(`since-${'900'.padStart(16, '0')}/${String(head).padStart(16, '0')}`);
    const aside = marked.filter((name) => /^\d{16}$/.test(name)).map(Number);
    expect(aside.toSorted()).toEqual(before);

    // a restart goes on from the new marks, and asks nobody again
    const third = (await open(orgId)).sign();
    await later.append('after');
    await until(() => later.heads.at(orgId, head + 1));
    expect(third.refusals()).toEqual([]);
    await third.stop();
  });

  it('that lost an entry in the middle goes on with one in its place that says so, and can be proved again', async () => {
    const orgId = randomUUID();
    const house = await open(orgId);
    await house.append(...keys(3));
    const first = house.sign();
    const older = await until(() => house.heads.at(orgId, 3));
    await first.stop();
    await house.append('d', 'e'); // together: a signer that ran might have signed the one before the other
    const next = house.sign();
    await until(() => house.heads.at(orgId, 5));
    await next.stop();
    await house.append('f');
    await entries().deleteOne({ orgId, seq: 5 });

    const later = await open(orgId);
    later.sign();
    await until(async () => (later.refusals.length > 0 ? later.refusals : null));
    later.accepted.by = 7;
    await later.append('decided');
    const newer = await until(() => later.heads.at(orgId, 7));
    expect(later.failures).toEqual([]);
    const [filler] = await later.journal.readWindow(orgId, 4, 1);
    expect(filler).toMatchObject({ seq: 5, type: 'entry.lost', fields: { decidedBy: { value: 7 } } });
    expect(isConsistent(older, newer, await later.tree.consistency(orgId, 3, 7))).toBe(true);
    expect(await later.heads.at(orgId, 5)).toBeNull();
  });

  it('a shorter journal keeps the heads that are still true: notices cite them', async () => {
    const orgId = randomUUID();
    const house = await open(orgId);
    await house.append(...keys(3));
    const first = house.sign();
    const older = await until(() => house.heads.at(orgId, 3));
    await first.stop();
    await house.append('d', 'e'); // together: a signer that ran might have signed the one before the other
    const next = house.sign();
    await until(() => house.heads.at(orgId, 5));
    await next.stop();
    await entries().deleteMany({ orgId, seq: { $gt: 3 } });
    const later = await open(orgId);
    const second = later.sign();
    await until(async () => (later.refusals.length > 0 ? later.refusals : null));
    later.accepted.by = 900;
    await later.append('decided');
    const newer = await until(async () => {
      const newest = await later.heads.newest(orgId);
      return newest?.size === 4 ? newest : null; // an older head of this size may have been there
    });
    await second.stop();
    expect(await later.heads.at(orgId, 3)).toEqual(older);
    expect(await later.heads.at(orgId, 5)).toBeNull();
    expect(isConsistent(older, newer, await later.tree.consistency(orgId, 3, 4))).toBe(true);
  });

  it('signs a damaged entry as it stands once two persons accepted that: whoever verifies finds it', async () => {
    const orgId = randomUUID();
    const house = await open(orgId);
    await house.append('a', 'b');
    await entries().updateOne({ orgId, seq: 2 }, { $set: { 'fields.key.value': 'changed' } });
    const signer = house.sign();
    await until(async () => (house.refusals.length > 0 ? house.refusals : null));
    house.accepted.by = 900;
    await house.append('decided');
    await until(() => house.heads.at(orgId, 3));
    await signer.stop();
    expect(house.refusals).toMatchObject([{ reason: 'entryDamaged', found: 2 }]);
  });
});
