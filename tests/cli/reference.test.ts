import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openNightCase } from '../fakes/nightCase';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';
import { vigie } from './terminal';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

it('a reference names what its id names: INC, SIG of what became an incident, AV', async () => {
  const env = { VIGIE_URL: door.base, VIGIE_TOKEN: told.night.people.get('ines')?.token ?? '' };
  const show = async (kind: string, id: string) => JSON.parse((await vigie([kind, 'show', id, '--json'], { env })).out);
  const incident = await show('incident', told.stolen.id);
  expect((await show('incident', incident.ref)).id).toBe(told.stolen.id);
  expect((await show('incident', incident.receipt)).id).toBe(told.stolen.id);
  const notice = await show('notice', told.stolen.aube);
  expect((await show('notice', notice.reference)).id).toBe(told.stolen.aube);
  expect((await vigie(['incident', 'show', 'SIG-2026-9999'], { env })).code).toBe(3);
});

it('says what a case lacks to notify the authority', async () => {
  const caseId = await openNightCase(told.night);
  const env = { VIGIE_URL: door.base, VIGIE_TOKEN: told.night.people.get('sacha')?.token ?? '', LANG: 'fr_FR' };
  const { code, out } = await vigie(['case', 'missing', caseId], { env });
  expect(code).toBe(0);
  const [initial = '', rest = ''] = out.split('Pour une notification complète');
  const [complete = '', edpb = ''] = rest.split('Modèle commun du CEPD');
  expect(initial).toContain('Pour une notification initiale');
  expect(complete).toContain('Effectif');
  expect(edpb).toContain('Effectif');
  const fields = out.split('\n').filter((line) => line.startsWith('  ') && line.trim() !== 'rien');
  expect(fields.length).toBeGreaterThan(5);
  for (const field of fields) expect(field).toMatch(/^ {2}\S.* · \S/); // a name alone does not say whose
});

it.each([
  ['fr_FR', ['Violation', 'Appareil perdu ou volé', 'avis initial', 'courriel', 'accepté']],
  ['en_GB', ['Breach', 'Device lost or stolen', 'initial notice', 'accepted']],
] as const)('in %s an incident and a notice are said in words: no code of a list', async (LANG, words) => {
  const env = { VIGIE_URL: door.base, VIGIE_TOKEN: told.night.people.get('ines')?.token ?? '', LANG };
  const lines = [
    ['incident', 'list', '--all'],
    ['incident', 'show', told.stolen.id],
    ['notice', 'show', told.stolen.aube],
    ['notice', 'show', told.stolen.val],
    ['exercise', 'list'],
  ];
  const shown = await Promise.all(lines.map(async (line) => (await vigie(line, { env })).out));
  const all = shown.join('\n');
  for (const said of words) expect(all).toContain(said);
  const [, ...detailed] = shown;
  expect(detailed.slice(0, 3).join('\n')).not.toMatch(
    /\b[A-Z]+_[A-Z_]+\b|\b(OPEN|PHASED|COMPLETE|SENT|CAUGHT|BREACH)\b|confidentiality,|deviceLost/,
  );
});
