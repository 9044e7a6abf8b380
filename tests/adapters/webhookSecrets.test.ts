import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { createMongoWebhookSecrets } from '../../adapters/documents/webhookSecrets';
import { createMemorySecrets } from '../fakes/memoryCarriers';
import { startMongo } from '../fakes/servers';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 27, hour)).toISOString();
const made = (secretId: string, hour: number) => ({
  secretId,
  secret: `whsec_${secretId}`,
  at: at(hour),
  earlierUntil: at(hour + 2),
});

let mongo: Awaited<ReturnType<typeof startMongo>>;
let folder: string;
beforeAll(async () => {
  mongo = await startMongo();
  folder = await mkdtemp(join(tmpdir(), 'vigie-secrets-'));
});
afterAll(async () => {
  await mongo.stop();
  await rm(folder, { recursive: true, force: true });
});

const openKeys = async () => createSubjectKeys(mongo.db, await openKeyRing(folder));
let agreements = 0;

describe.each([
  { name: 'on MongoDB', open: async () => createMongoWebhookSecrets(mongo.db, await openKeys()) },
  { name: 'in memory', open: async () => createMemorySecrets() },
])('secrets of webhooks $name', ({ open }) => {
  it('count beside the one that took their place until the instant that was said, and are told apart by whose they are', async () => {
    const secrets = await open();
    const agreement = `agr-${(agreements += 1)}`;
    const validAt = (hour: number, orgId = 'o1', contactId = 'c1') =>
      secrets.valid(orgId, agreement, contactId, new Date(at(hour)));
    expect(await validAt(1)).toEqual([]);
    expect(await secrets.put('o1', agreement, 'c1', made('s1', 1))).toBe(true);
    expect(await secrets.put('o1', agreement, 'c1', { ...made('s1', 1), secret: 'whsec_other' })).toBe(false);
    expect(await validAt(9)).toEqual(['whsec_s1']);
    await secrets.put('o1', agreement, 'c1', made('s2', 9));
    expect(await validAt(10)).toEqual(['whsec_s2', 'whsec_s1']);
    expect(await validAt(11)).toEqual(['whsec_s2']);
    await secrets.put('o1', agreement, 'c1', made('s3', 12));
    expect(await validAt(13)).toEqual(['whsec_s3', 'whsec_s2']);
    expect(await validAt(13, 'o2')).toEqual([]);
    expect(await validAt(13, 'o1', 'c2')).toEqual([]);
  });
});

describe('on MongoDB', () => {
  it('a secret lies sealed, and ends with its agreement’s key', async () => {
    const keys = await openKeys();
    const secrets = await createMongoWebhookSecrets(mongo.db, keys);
    await secrets.put('o1', 'agr-sealed', 'c1', made('visible', 1));
    const rows = await mongo.db.collection('webhookSecrets').find({ agreementId: 'agr-sealed' }).toArray();
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.['box'].buffer).toString('latin1')).not.toContain('whsec');
    await keys.destroy('o1', 'agr-sealed');
    expect(await secrets.valid('o1', 'agr-sealed', 'c1', new Date(at(2)))).toEqual([]);
  });
});
