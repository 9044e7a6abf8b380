import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startScriptedApi } from './scriptedApi';
import { vigie } from './terminal';

const copy = '{"format":"vigie-journal/1"}\n';
let api: Awaited<ReturnType<typeof startScriptedApi>>;
let folder: string;
beforeAll(async () => {
  api = await startScriptedApi(() => ({ body: copy }));
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-export-'));
  api.asked.length = 0;
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...line: string[]) =>
  vigie(['journal', 'export', ...line], {
    env: { VIGIE_URL: api.url, VIGIE_TOKEN: 'vgt_test', VIGIE_ORG: 'o1', LANG: 'en_GB.UTF-8' },
  });

describe('a copy of the journal that is written to a file', () => {
  it('is its owner’s alone, and never takes the place of another: that is said, and nothing is asked for', async () => {
    const file = join(folder, 'journal.jsonl');
    expect((await run('--out', file)).code).toBe(0);
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([copy, 0o600]);
    writeFileSync(file, 'kept');
    const again = await run('--out', file);
    expect(again.code).toBe(2);
    expect(again.noted).toMatch(/is there already and stays as it is: .*--force/);
    expect(again.noted).not.toContain('EEXIST');
    expect([readFileSync(file, 'utf8'), api.asked.length]).toEqual(['kept', 1]);
  });

  it('takes the place of another where that is asked for, and leaves nothing beside it', async () => {
    const file = join(folder, 'journal.jsonl');
    writeFileSync(file, 'old', { mode: 0o644 });
    expect((await run('--out', file, '--force')).code).toBe(0);
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([copy, 0o600]);
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  });

  it('asks to be proved from the checkpoints that are held', async () => {
    const held = ['a'.repeat(64), 'b'.repeat(64)];
    expect((await run('--seen', ...held)).code).toBe(0);
    expect(api.asked.map(({ path, body }) => [path, body])).toEqual([
      ['/api/v1/organisations/o1/journal/exports', { seen: held }],
    ]);
  });
});
