import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolderPacks } from '../../adapters/packs/folderPacks';
import { createMemoryPacks } from '../fakes/memoryPacks';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-packs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['folder', () => createFolderPacks(join(folder, 'made'))],
  ['fake', () => createMemoryPacks()],
])('kept packs (%s)', (_name, open) => {
  it('give back the newest of each organisation, and when it was made', async () => {
    const packs = open();
    expect([await packs.get('o1'), await packs.madeAt('o1')]).toEqual([null, null]);
    await packs.put('o1', Buffer.from('one'));
    await packs.put('o2', Buffer.from('other'));
    await packs.put('o1', Buffer.from('two'));
    expect([String(await packs.get('o1')), String(await packs.get('o2'))]).toEqual(['two', 'other']);
    expect(Date.parse((await packs.madeAt('o1')) ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });
});

it('a pack is one whole file that its owner alone reads, whatever an organisation is called', async () => {
  const own = join(folder, 'own');
  const packs = createFolderPacks(own);
  await packs.put('../../etc', Buffer.from('x'));
  await Promise.all(['a', 'b', 'c'].map((text) => packs.put('o1', Buffer.from(text.repeat(100_000)))));
  expect(String(await packs.get('o1'))).toMatch(/^(a{100000}|b{100000}|c{100000})$/);
  const names = await readdir(own);
  expect(names.toSorted()).toEqual(['%2E%2E%2F%2E%2E%2Fetc.pdf', 'o1.pdf']);
  expect((await stat(join(own, 'o1.pdf'))).mode & 0o777).toBe(0o600);
});
