import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answersOf } from '../../../api/pages/contract/document';
import { recordedParts } from '../../../api/pages/contract/parts';
import { annex1JsonSchema } from '../../../domain/agreement/annex1';
import { newestSigned, proposedVersion } from '../../../domain/agreement/versions';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const annex = () => JSON.parse(readFileSync(join(__dirname, '../../../fixtures/agreement-slime.json'), 'utf8'));
const filled = (change: object = {}) => ({ ...answersOf({ ...annex(), ...change }, recordedParts) });
const send = (fields: Record<string, string>) => door.send('alix', '/agreements/new', fields);
const seenIn = (text: string) => /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
const agreementAt = (location: string | null) =>
  night.ports.projections.read('o1', 'agreement', location?.split('/').at(-1) ?? '');

type Node = { type?: string; properties?: Record<string, Node>; items?: Node };
/** Every place of the schema that holds a value, `*` for any row. */
function leavesOf(node: Node, at: readonly string[] = []): string[] {
  if (node.properties !== undefined) {
    return Object.entries(node.properties).flatMap(([name, inner]) => leavesOf(inner, [...at, name]));
  }
  return node.items?.properties === undefined ? [at.join('/')] : leavesOf(node.items, [...at, '*']);
}

describe('the form of a contract', () => {
  it('asks for every place of the schema but what is never typed: its version, and which side signs', () => {
    const asked = recordedParts.flatMap(({ cells, rows }) => [
      ...cells.map(({ at }) => at.replace(/\/\d+\//, '/*/')),
      ...(rows?.cells ?? []).map(({ at }) => `${rows?.at ?? ''}/*/${at}`),
    ]);
    const places = leavesOf(annex1JsonSchema() as Node);
    expect(places.filter((place) => !asked.includes(place))).toEqual(['version', 'signatures/*/party']);
    expect(asked.filter((place) => !places.includes(place))).toEqual([]);
  });

  it('records the very agreement that the JSON of the same annex gives', async () => {
    const recorded = await send(filled({ reference: 'FORM-1' }));
    expect(recorded.status).toBe(303);
    const agreement = await agreementAt(recorded.headers.get('location'));
    expect(agreement && newestSigned(agreement)?.document).toEqual({ ...annex(), reference: 'FORM-1' });
  });

  it('takes hours with a comma, digits with spaces, small letters of a country, and the order of the page', async () => {
    const typed = {
      ...filled({ reference: 'FORM-2' }),
      'terms-breachNotice-hours': '1,5',
      'controller-siren': '200 000 008',
      'controller-country': 'fr',
      'controller-noticeContacts-0-order': '',
      'controller-noticeContacts-1-order': '',
      'transfersOutsideEU-allowed': 'yes',
      'transfersOutsideEU-countries': 'ch, us',
    };
    const agreement = await agreementAt((await send(typed)).headers.get('location'));
    const document = agreement && newestSigned(agreement)?.document;
    expect(document).toMatchObject({
      terms: { breachNotice: { hours: 1.5 } },
      controller: { siren: '200000008', country: 'FR', noticeContacts: [{ order: 1 }, { order: 2 }] },
      transfersOutsideEU: { allowed: true, countries: ['CH', 'US'] },
    });
  });

  it('lists each fault at its field, in a row after empty ones, too, loses nothing and records nothing', async () => {
    const before = await night.ports.journal.head('o1');
    const late = Object.fromEntries(
      Object.entries(filled({ reference: 'FORM-3' })).map(([name, value]) => [
        name.replace('noticeContacts-1-', 'noticeContacts-7-'),
        value,
      ]),
    );
    const wrong = {
      ...late,
      'controller-noticeContacts-7-email': 'nobody',
      'terms-breachNotice-hours': 'vingt',
      endsOn: '2020-01-01',
      'processing-purpose': '',
      'exchange-keyChannel': '',
    };
    const answer = await send(wrong);
    expect(answer.status).toBe(400);
    for (const [name, text] of [
      ['controller-noticeContacts-1-email', 'Contact 2 – Adresse électronique'],
      ['terms-breachNotice-hours', 'Heures pour notifier une violation'],
      ['processing-purpose', 'Finalité'],
      ['exchange-keyChannel', 'Voie de la clé'],
    ]) {
      expect(answer.text).toMatch(new RegExp(`href="#f-${name}">[^<]*${text}`));
      expect(answer.text).toContain(`id="e-${name}"`);
    }
    expect(answer.text).toContain('value="nobody"');
    expect(answer.text).toContain('value="vingt"');
    expect(answer.text).toContain('value="Astreinte DSI"');
    expect(await night.ports.journal.head('o1')).toBe(before);
    const english = await door.send('alix', '/agreements/new', { ...wrong, _language: 'en' });
    expect(english.text).toContain('Hours to tell of a breach');
    expect(english.text).toContain('value="nobody"');
  });

  it('shows more rows where they are asked for, with everything that was typed, and judges nothing yet', async () => {
    const first = await door.read('alix', '/agreements/new');
    const count = (text: string) => [...text.matchAll(/name="subProcessors-\d+-name"/g)].length;
    expect(count(first.text)).toBe(1);
    const more = await send({ 'subProcessors.more': '1', 'subProcessors.rows': '1', reference: 'FORM-4' });
    expect([more.status, count(more.text)]).toEqual([200, 3]);
    expect(more.text).toContain('value="FORM-4"');
    expect(more.text).not.toContain('class="errors"');
  });

  it('points out once that the contract names neither side as the organisation is called, and the page says so', async () => {
    const other = filled({ reference: 'FORM-5', processor: { ...annex().processor, name: 'Autre Firme' } });
    const warned = await send(other);
    expect(warned.status).toBe(200);
    expect(warned.text).toContain('Autre Firme');
    expect(warned.text).toMatch(/ne nomme aucune partie ainsi/);
    const changed = await send({ ...other, 'processor-name': 'Encore Une', seen: seenIn(warned.text) });
    expect([changed.status, changed.text.includes('Encore Une')]).toEqual([200, true]);
    const recorded = await send({ ...other, seen: seenIn(warned.text) });
    expect(recorded.status).toBe(303);
    const place = (recorded.headers.get('location') ?? '').replace('/o/o1', '');
    expect((await door.read('alix', place)).text).toMatch(/ne nomme aucune partie ainsi/);
    expect((await door.read('alix', place, 'en')).text).toContain('names neither party so');
    expect((await door.read('alix', `/agreements/${night.agreements.val}`)).text).not.toMatch(/aucune partie ainsi/);
  });
});

describe('the form of an amendment', () => {
  const place = () => `/agreements/${night.agreements.val}/amend`;
  const present = async () => {
    const agreement = await night.ports.projections.read('o1', 'agreement', night.agreements.val);
    return agreement === null ? null : (newestSigned(agreement)?.document ?? null);
  };
  /** As a browser gives the prefilled form back: line ends of text areas, and hidden counts. */
  const prefilled = async () => {
    const { text } = await door.read('alix', place());
    const main = text.slice(text.indexOf('<main'));
    const unescaped = (value: string) =>
      value
        .replaceAll('&#x27;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&#x3D;', '=')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&');
    const fields: Record<string, string> = {};
    for (const [tag] of main.matchAll(/<input [^>]*>/g)) {
      const isBox = /type="(?:radio|checkbox)"/.test(tag);
      const [, name = ''] = /name="([^"]*)"/.exec(tag) ?? [];
      if (name.startsWith('_') || (isBox && !tag.includes(' checked'))) continue;
      fields[name] = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    }
    for (const [, name = '', value = ''] of main.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g)) {
      fields[name] = unescaped(value).replaceAll('\n', '\r\n');
    }
    for (const [, name = '', inner = ''] of main.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/g)) {
      fields[name] = /value="([^"]*)" selected/.exec(inner)?.[1] ?? '';
    }
    return fields;
  };

  it('comes with the contract in force; sent back untouched it changes nothing, and is refused for that', async () => {
    const answer = await door.send('alix', place(), await prefilled());
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/rien n’y change/);
    expect(answer.text).not.toContain('href="#f-');
  });

  it('says countries by their names, in the reader’s language', async () => {
    const there = { 'subProcessors-0-country': 'CH', 'transfersOutsideEU-countries': 'US, JP' };
    const looked = await door.send('alix', place(), { ...(await prefilled()), ...there });
    expect(looked.text).toMatch(/Suisse/);
    expect(looked.text).toMatch(/États-Unis/);
    expect(looked.text).toMatch(/Japon/);
  });

  it('shows what changes in words, proposes nothing before, and proposes the same document when it is sent again', async () => {
    const before = await night.ports.journal.head('o1');
    const fields = { ...(await prefilled()), 'terms-breachNotice-hours': '36', inForceFrom: '2026-06-01' };
    const added = {
      ...fields,
      'controller-noticeContacts-2-name': 'Duty desk',
      'controller-noticeContacts-2-role': 'security',
      'controller-noticeContacts-2-email': 'duty@val-temoin.example',
      'controller-noticeContacts-2-channels.email': 'email',
      'controller-noticeContacts-2-acceptsExercises': 'yes',
    };
    const looked = await door.send('alix', place(), added);
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('Délais et règles de notification – Heures pour notifier une violation');
    expect(looked.text).toMatch(/Contact 3 – Rôle.*sécurité/);
    expect(looked.text).toMatch(/<button class="btn" type="submit" form="sheet">Proposer l’avenant/);
    expect(await night.ports.journal.head('o1')).toBe(before);

    const other = await door.send('alix', place(), {
      ...added,
      'terms-breachNotice-hours': '48',
      seen: seenIn(looked.text),
    });
    expect([other.status, await night.ports.journal.head('o1')]).toEqual([200, before]);
    const proposed = await door.send('alix', place(), { ...added, seen: seenIn(looked.text) });
    expect(proposed.status).toBe(303);
    const agreement = await night.ports.projections.read('o1', 'agreement', night.agreements.val);
    const document = agreement && proposedVersion(agreement)?.document;
    const was = await present();
    if (was === null) throw new Error('a contract is in force');
    const { signatures: _signed, ...kept } = was;
    const contact = {
      order: 3,
      name: 'Duty desk',
      role: 'security' as const,
      email: 'duty@val-temoin.example',
      acceptsExercises: true,
      channels: ['email' as const],
    };
    expect(document).toEqual({
      ...kept,
      version: 2,
      inForceFrom: '2026-06-01',
      controller: { ...kept.controller, noticeContacts: [...kept.controller.noticeContacts, contact] },
      terms: { ...kept.terms, breachNotice: { ...kept.terms.breachNotice, hours: 36 } },
    });
  });
});
