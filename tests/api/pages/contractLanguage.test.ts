import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { Annex1 } from '../../../domain/agreement/annex1';
import { createNight, NIGHT } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

const fixture = Annex1.parse(
  JSON.parse(readFileSync(join(__dirname, '../../../fixtures/agreement-slime.json'), 'utf8')),
);
let door: Awaited<ReturnType<typeof openNightDoor>>;
let place: string;

/** An incident that touches a controller to whom we write in English, from another zone than ours. */
beforeAll(async () => {
  const night = await createNight();
  night.at(NIGHT);
  const document = { ...fixture, reference: 'ROIN-2026', language: 'en' as const, timeZone: 'Europe/Athens' };
  const made = await recordAgreement({ ctx: night.as('alix'), input: { key: 'roin', document } });
  if (!made.ok) throw new Error(made.error.code);
  const id = await night.report('ines', 'Boîte vidée.', NIGHT, 'intrusion');
  await night.command('paul', id, { kind: 'triage.start', firstFacts: null });
  await night.command('paul', id, {
    kind: 'incident.declare',
    incidentKind: 'intrusion',
    severity: 'high',
    harmed: 'both',
    leadId: night.as('paul').actor.id,
    possibleCrime: 'no',
    basis: 'vu',
  });
  await night.command('paul', id, {
    kind: 'aware.set',
    awareAt: NIGHT,
    detectedAt: NIGHT,
    nature: ['confidentiality'],
    touched: [{ agreementId: made.value.id, role: 'processor' }],
    ownProcessing: false,
    why: 'vu',
    gapReason: null,
  });
  place = `/incidents/${id}/notices/${await night.noticeOf(id, made.value.id)}`;
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const paperIn = (html: string): string => /<article class="paper"[\s\S]*?<\/article>/.exec(html)?.[0] ?? '';

it('what a controller will read is shown in the language and zone of its contract, and that is said', async () => {
  const { text } = await door.read('ines', `${place}/draft`);
  expect(text).toContain('<html lang="fr">');
  const paper = paperIn(text);
  expect(paper).toContain('lang="en"');
  expect(paper).toContain('Personal data breach');
  expect(paper).toContain('(UTC+2)'); // Athens in winter
  expect(paper).not.toMatch(/Chronologie|Prise de connaissance|UTC\+1/);
  expect(text).toContain('L’avis part en anglais, la langue du contrat.');
});

it('while something keeps it from leaving, and as the letter once nothing does', async () => {
  const waiting = (await door.read('ines', `${place}/review`)).text;
  expect(paperIn(waiting)).toContain('Personal data breach');
  expect(waiting).toContain('L’avis part en anglais, la langue du contrat.');
  const value = { c: 'value', 'c-text': 'Tenants', d: 'value', 'd-text': 'Fraud.', e: 'value', 'e-text': 'Closed.' };
  await door.send('ines', `${place}/draft`, {
    a: 'Mailbox emptied.',
    'b-name': 'S. G.',
    'b-phone': '+33 1 99 00 00 11',
    ...value,
    do: 'save',
  });
  const ready = (await door.read('ines', `${place}/review`)).text;
  expect(paperIn(ready)).toContain('Mailbox emptied.');
  expect(paperIn(ready)).toContain('lang="en"');
  expect(ready).toContain('L’avis part en anglais, la langue du contrat.');
  expect((await door.read('ines', `${place}/review`, 'en')).text).toContain(
    'The notice leaves in English, the language of the contract.',
  );
});
