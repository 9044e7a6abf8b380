import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startScriptedApi } from './scriptedApi';
import { vigie } from './terminal';

const run = ['exercise', 'run', 'ransomware'];

it.each([
  ['without a token', run, {}],
  ['by itself', [...run, '--by-itself'], { VIGIE_TOKEN: 'vgt_x' }],
])('%s an exercise takes no agreement of somebody: refused before anything is made', async (_, line, env) => {
  const { code, out, noted } = await vigie([...line, '--agreement', 'a1'], { env: { ...env, LANG: 'en_GB.UTF-8' } });
  expect([code, out]).toEqual([2, '']);
  expect(noted).toContain('leave out --agreement');
});

it('without a token it is said first that an organisation is made, and what it is called', async () => {
  const env = { VIGIE_DATA: mkdtempSync(join(tmpdir(), 'vigie-')), LANG: 'en_GB.UTF-8' };
  const { code, out } = await vigie(run, { env });
  expect(code).toBe(4); // nothing runs there
  expect(out).toContain('an organisation of its own is made on the running Vigie, named “Exercise”');
});

it('a report is asked for by the reference that the list shows', async () => {
  const row = { id: '0199e1f0-0000-7000-8000-000000000099', ref: 'EXE-2026-7' };
  const api = await startScriptedApi(({ path }) => ({
    body: path.includes('/exercises?') ? { items: [row], next: null } : {},
  }));
  const env = { VIGIE_URL: api.url, VIGIE_TOKEN: 't', VIGIE_ORG: 'o1', LANG: 'fr_FR' };
  await vigie(['exercise', 'report', 'EXE-2026-7'], { env });
  await api.stop();
  expect(api.asked.at(-1)?.path).toBe(`/api/v1/organisations/o1/exercises/${row.id}/report`);
});
