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
