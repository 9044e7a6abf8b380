import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eraseField } from '../../application/journal/eraseField';
import { sealEnvelope } from '../../application/journal/sealEnvelope';
import { verifyBytes } from '../../verifier/verify';
import { type Archive, createArchive, exported, extracted } from '../fakes/givenOut';

/**
 * The worked example of docs/formats.md: fixed salts, and the key whose secret is the bytes 0 to 31. After a change of
 * format: UPDATE_EXAMPLE=1 npx jest tests/vectors/example, then quote the new values in the document.
 */
const seed = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const folder = join(__dirname, 'example');
const document = readFileSync(join(__dirname, '../../docs/formats.md'), 'utf8');

async function writeExample({ ctx, write, opened, proofs }: Archive): Promise<void> {
  await write('incident', 'i1', 'event.reported', {
    alertedAt: '2026-03-27T09:00:00Z',
    exercise: false,
    text: 'Files are gone, says Ada.',
  });
  await write('notice', 'n1', 'notice.opened', opened('arcadia'));
  const cited = await proofs.signNow('slime');
  await write('notice', 'n1', 'notice.version', { number: 1, kind: 'initial', checkpointHash: cited.hash });
  const input = { seq: 1, names: ['text'], ground: 'personAsked' as const, key: 'erase-1' };
  const erased = await eraseField({ ctx, input });
  if (!erased.ok) throw new Error(erased.error.code);
  await proofs.signNow('slime');
}

async function makeExample() {
  const archive = createArchive('slime', seed);
  await writeExample(archive);
  const { proofs, ctx } = archive;
  const cited = await proofs.heads.at('slime', 2);
  const envelope = await sealEnvelope(ctx, {
    notice: { id: 'n1', reference: 'AV-arcadia', version: 1, kind: 'initial' },
    checkpointHash: cited?.hash ?? null,
    madeAt: ctx.ports.now().toISOString(),
    documents: [{ mediaType: 'text/plain', sha256: createHash('sha256').update('Madame, Monsieur').digest('hex') }],
    facts: null,
  });
  return {
    key: await proofs.notary.verifierKey('slime'),
    cited: cited?.hash ?? '',
    files: {
      'journal.jsonl': await exported(archive),
      'extract.jsonl': await extracted(archive, 'arcadia', ['n1']),
      'envelope.jsonl': Buffer.from(envelope),
    },
  };
}

describe('the worked example of docs/formats.md', () => {
  it('is what the code writes today, byte by byte', async () => {
    const { files, key } = await makeExample();
    for (const [name, bytes] of Object.entries({ ...files, 'key.txt': Buffer.from(`${key}\n`) })) {
      if (process.env['UPDATE_EXAMPLE'] === '1') writeFileSync(join(folder, name), bytes);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(bytes.toString());
    }
  });

  it('is verified with its key, and its extract and envelope lead to the checkpoint of the notice', async () => {
    const { files, key, cited } = await makeExample();
    expect(verifyBytes(files['journal.jsonl'], { key })).toMatchObject({ ok: true, entries: 4, missing: 2 });
    expect(verifyBytes(files['extract.jsonl'], { key, seen: cited })).toMatchObject({ ok: true });
    expect(verifyBytes(files['envelope.jsonl'], { key, seen: cited })).toMatchObject({ ok: true, size: null });
  });

  it('is quoted with its true values', async () => {
    const { key, cited, files } = await makeExample();
    const entry = JSON.parse(files['journal.jsonl'].toString().split('\n')[2] ?? '') as Record<string, unknown>;
    const { reference } = entry['fields'] as { reference: { commitment: string } };
    const quoted = [key, cited, String(entry['digest']), String(entry['leaf']), reference.commitment];
    for (const value of quoted) expect(document).toContain(value);
  });
});
