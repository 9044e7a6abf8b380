import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build, type Start, startVigie } from '../fakes/installation';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'vigie-demo-'));
const env = { VIGIE_DATA: join(folder, 'data') };
const THREE_MINUTES_MS = 180_000;

/** `npm run demo`, without npm. */
async function demo(language: string) {
  const child = spawn(process.execPath, [join(root, 'scripts', 'demo.mjs')], {
    env: { ...process.env, ...env, LANG: language, LC_ALL: '' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const startedMs = performance.now();
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, tookMs: performance.now() - startedMs };
}

beforeAll(build, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run demo', () => {
  it('says in one sentence that nothing runs', async () => {
    const { code, output } = await demo('en_GB.UTF-8');
    expect(code).toBe(4);
    expect(output.trim().split('\n').at(-1)).toMatch(/^Nothing runs on .*: start Vigie with `npm start` .*\.$/);
  }, 60_000);

  describe('on a running system', () => {
    let start: Start;
    beforeAll(async () => {
      start = await startVigie(root, env);
    }, 120_000);
    afterAll(() => start.interrupt(), 30_000);

    it('tells the whole story in under three minutes, and ends well only when each step was checked', async () => {
      const { code, output, tookMs } = await demo('fr_FR.UTF-8');
      expect(output).toContain('vérifications, toutes tenues');
      expect(code).toBe(0);
      expect(tookMs).toBeLessThan(THREE_MINUTES_MS);
      const proofs = output.match(/vigie verify\s: VÉRIFIÉ vigie-journal\/1 de .*\s: \d+ écritures/g);
      expect(new Set(proofs).size).toBe(2); // the processor's journal, and the controller's
      expect(output).toMatch(/la notification signée a ouvert CTL-\d{4}-\d+ d’elle-même/);
      const ways = output.match(/http:\/\/\S+\/enter\?to=\/o\/\S+/g) ?? [];
      expect(ways.map((way) => way.replace(/.*\/o\/[^/]+\//, '').replaceAll(/[\da-f-]{36}/g, 'ID'))).toEqual([
        'incidents/ID',
        'incidents/ID/notices/ID',
        'cases/ID',
        'cases/ID/sheet',
        'registers',
      ]);
    }, 200_000);
  });
});
