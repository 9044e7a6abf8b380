import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startScriptedApi } from './scriptedApi';
import { vigie } from './terminal';

const item = {
  obligation: 'regime',
  state: 'running',
  dueAt: '2026-03-28T20:00:00.000Z',
  doneAt: null,
  provisional: false,
  incidentId: null,
  noticeId: null,
  reference: 'CTL-2026-0007',
  controller: null,
  item: null,
  stage: 'nis2.earlyWarning',
};

let api: Awaited<ReturnType<typeof startScriptedApi>>;
beforeAll(async () => {
  api = await startScriptedApi(() => ({ body: { now: '2026-03-28T02:12:00.000Z', items: [item] } }));
});
afterAll(() => api.stop());

describe('vigie clocks', () => {
  it.each([
    ['fr_FR', 'faire ce qu’un autre régime demande\u00a0: Alerte précoce (NIS 2 (article 23))'],
    ['en_GB', 'do what another regime asks for: Early warning (NIS 2 (Article 23))'],
  ])('calls the stage of a regime as the pages do (%s)', async (LANG, words) => {
    const env = { VIGIE_URL: api.url, VIGIE_TOKEN: 't', VIGIE_ORG: 'o1', LANG };
    const { code, out } = await vigie(['clocks'], { env });
    expect([code, out]).toEqual([0, expect.stringContaining(words)]);
    expect(out).not.toContain('nis2.earlyWarning');
  });
});

it('each clock is one line with its zone, and says which authority, which fields and who waits', async () => {
  const more = { country: null, fields: [] };
  const items = [
    { ...item, ...more, obligation: 'authority', stage: null, country: 'DE' },
    { ...item, ...more, obligation: 'recordAwaited', stage: null, fields: ['harms'] },
    { ...item, ...more, obligation: 'persons', stage: null },
    { ...item, ...more, obligation: 'notice', stage: null, controller: 'Val\nTémoin' },
  ];
  const told = await startScriptedApi(() => ({ body: { now: '2026-03-28T02:12:00.000Z', items } }));
  const env = { VIGIE_URL: told.url, VIGIE_TOKEN: 't', VIGIE_ORG: 'o1', LANG: 'fr_FR' };
  const { out } = await vigie(['clocks'], { env });
  await told.stop();
  const [, ...lines] = out.trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toMatch(/17 h 48 min.*28\/03\/2026.*UTC.*CTL-2026-0007/);
  expect(lines[0]).toMatch(/notifier l’autorité, Allemagne .*Autorité de contrôle$/);
  expect(lines[1]).toMatch(/compléter la fiche, \S.*Interne$/);
  expect(lines[2]).toMatch(/Personnes concernées$/);
  expect(lines[3]).toMatch(/Val Témoin$/);
});
