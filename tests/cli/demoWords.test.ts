import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { formOf } from '../../cli/demo/guest';
import { incidentsUntil, referenceAgreement, shortAgreement } from '../../cli/demo/fixtures';
import { en } from '../../cli/demo/words/en';
import { fr } from '../../cli/demo/words/fr';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
const folder = join(__dirname, '../../cli/demo');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

describe('words of the demonstration', () => {
  it('are the same in both languages, hole by hole, and each is said', () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, text] of Object.entries(en)) {
      expect([key, holes(fr[key as keyof typeof en])]).toEqual([key, holes(text)]);
      expect(sources).toContain(`'${key}'`);
    }
  });
});

describe('fixtures of the demonstration', () => {
  const now = new Date('2026-11-24T10:00:00Z');

  it('the four incidents are moved as one, so that the last alert is now and nothing lies ahead', () => {
    const incidents = incidentsUntil(now);
    expect(incidents).toHaveLength(4);
    expect(incidents.at(-1)?.alertedAt).toBe(now.toISOString());
    const [first, second] = incidents;
    expect(Date.parse(second?.awareAt ?? '') - Date.parse(second?.detectedAt ?? '')).toBe(12 * 3_600_000);
    expect(Date.parse(first?.awareAt ?? '') - Date.parse(first?.alertedAt ?? '')).toBe(100 * 60_000);
    for (const { alertedAt, detectedAt, awareAt, measures } of incidents) {
      for (const at of [alertedAt, detectedAt, awareAt ?? alertedAt, ...measures.map((one) => one.at)])
        expect(Date.parse(at)).toBeLessThanOrEqual(now.getTime());
    }
  });

  it('the short agreement differs in controller, contacts and time only', () => {
    const [reference, short] = [referenceAgreement(), shortAgreement('dpo@ville.example')];
    expect(short.terms).toEqual({
      ...reference.terms,
      breachNotice: { ...reference.terms.breachNotice, hours: 0.025 },
      protectiveNotice: { enabled: true, marginMinutes: 0.5 },
    });
    expect(short.controller.noticeContacts.map(({ email }) => email)).toEqual(['dpo@ville.example']);
    expect(short.controller.siren).not.toBe(reference.controller.siren);
    const own = { $comment: '', reference: '', controller: 0, terms: 0 };
    expect({ ...short, ...own }).toEqual({ ...reference, ...own });
  });
});

it('finds the form that asks for name and function, with its hidden fields', () => {
  const html = `<form action="/x"><input name="text"></form><form method="post" action="/n/t?a=1&amp;b=2">
<input type="hidden" name="_key" value="k1"><input name="name"><input name="function"></form>`;
  expect(formOf(html)).toEqual({ action: '/n/t?a=1&b=2', fields: { _key: 'k1' } });
  const named = html.replace('<input name="function">', '<input name="function"><button formaction="/n/t">Lu</button>');
  expect(formOf(named)?.action).toBe('/n/t');
  expect(formOf('<form></form>')).toBeNull();
});
