import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { createNight, type Night } from '../../fakes/night';
import { vigie } from '../../cli/terminal';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T08:00:00.000Z');
  const id = await night.report('ines', 'Un poste chiffré', '2026-03-27T07:50:00.000Z', 'intrusion');
  await night.command('ines', id, { kind: 'triage.start', firstFacts: null });
  const declared = { severity: 'high', harmed: 'both', possibleCrime: 'unknown', basis: 'Poste bloqué.' } as const;
  const leadId = night.as('paul').actor.id;
  await night.command('paul', id, { kind: 'incident.declare', incidentKind: 'ransomware', leadId, ...declared });
});
afterAll(() => door.stop());

const heads = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)</g)].map(([, text = '']) => text);

describe('an incident of which nobody has said whether personal data are touched', () => {
  it('is on the page of what is to be done, with what to say and until when', async () => {
    const { text } = await door.read('paul', '');
    expect(heads(text)).toEqual(['Dire si des données personnelles sont touchées']);
    expect(text).toContain('datetime="2026-03-28T08:00:00.000Z"');
    expect(text).toMatch(/Procédure, 24\sh/);
  });

  it('is listed by the command line too, which lists what the page lists', async () => {
    const env = { VIGIE_URL: door.base, VIGIE_TOKEN: night.people.get('paul')?.token ?? '', VIGIE_ORG: 'o1' };
    const { code, out } = await vigie(['clocks'], { env: { ...env, LANG: 'fr_FR.UTF-8' } });
    expect(code).toBe(0);
    expect(out).toMatch(/INC-2026-\d+ +dire si des données personnelles sont touchées +Interne/);
  });
});

describe('more limits than fit in one look', () => {
  it('stand one stretch after another, none left out, and only the first says what is first', async () => {
    for (let n = 0; n < 60; n += 1) await night.report('ines', `événement ${n}`, '2026-03-27T07:55:00.000Z', 'event');
    const first = (await door.read('paul', '')).text;
    const later = (await door.read('paul', '?from=50')).text;
    expect([heads(first).length, heads(later).length]).toEqual([50, 11]);
    expect(first).toContain('?from&#x3D;50"');
    expect(later).not.toContain('Délais suivants');
    for (const text of [first, later]) expect(text).toMatch(/<title>À faire maintenant\s: 61 délais/);
    expect([first, later].map((text) => text.includes('class="next"'))).toEqual([true, false]);
    expect(await door.read('paul', '?from=x')).toMatchObject({ status: 400 });
  });
});
