import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { runVerify } from '../../verifier/verify';
import { type Archive, createArchive, exported, extracted, writeShortStory } from '../fakes/givenOut';

const SEED = Buffer.alloc(32, 7);
const folder = mkdtempSync(join(tmpdir(), 'vigie-earlier-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function file(name: string, from: Archive, isExtract = false): Promise<string> {
  await from.proofs.signNow('slime');
  const bytes = isExtract ? await extracted(from, 'arcadia', ['n1']) : await exported(from);
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

async function compare(newer: string, older: string) {
  const key = await createArchive('slime', SEED).proofs.notary.verifierKey('slime');
  const said: string[] = [];
  return {
    code: runVerify([newer, '--key', key, '--earlier', older], (line) => said.push(line)),
    said: said.join('\n'),
  };
}

it('a journal must begin with all that was given out before: an older copy, or another past, is refused', async () => {
  const archive = createArchive('slime', SEED);
  await writeShortStory(archive);
  const older = await file('older', archive);
  const extract = await file('extract', archive, true);
  await archive.write('incident', 'i1', 'note.added', { noteId: 'x', class: 'general', text: 'later' });
  const newer = await file('newer', archive);
  expect(await compare(newer, older)).toMatchObject({ code: 0, said: expect.stringMatching(/^VERIFIED/) });
  expect(await compare(newer, newer)).toMatchObject({ code: 0 });
  expect(await compare(older, newer)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/the earlier file has \d+ entries: this one is older, or was cut/),
  });

  const another = createArchive('slime', SEED);
  await another.write('incident', 'i1', 'note.added', { noteId: 'x', class: 'general', text: 'another past' });
  await writeShortStory(another);
  await another.write('incident', 'i1', 'note.added', { noteId: 'y', class: 'general', text: 'as long' });
  expect(await compare(await file('another', another), older)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^REFUSED at entry \d+ .*are not those of the earlier file/),
  });

  expect(await compare(extract, older)).toMatchObject({ code: 1, said: expect.stringMatching(/only a whole journal/) });
  expect(await compare(newer, extract)).toMatchObject({ code: 2, said: expect.stringMatching(/not a whole journal/) });
});
