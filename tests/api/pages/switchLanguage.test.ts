import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const head = () => told.night.ports.journal.head('o1');
const typed: [string, () => string, Record<string, string>][] = [
  ['a signal', () => '/signal', { text: 'Poste bloqué' }],
  ['a note', () => `/incidents/${told.stolen.id}/note`, { text: 'Serrurier appelé' }],
  ['an awareness', () => `/incidents/${told.stolen.id}/correct`, { reason: 'Appel relu' }],
  [
    'a draft',
    () => `/incidents/${told.stolen.id}/notices/${told.stolen.val}/draft`,
    { a: 'Poste volé', 'd-text': 'x' },
  ],
  ['a call', () => `/incidents/${told.stolen.id}/notices/${told.stolen.val}/call`, { note: 'Rappeler' }],
];

describe('the language switch on a form', () => {
  it.each(typed)(
    'gives back %s in the other language with what was typed, and records nothing',
    async (_, path, fields) => {
      const before = await head();
      const key = { _key: 'a-form-that-changes-language' };
      const answer = await door.send('ines', path(), { ...fields, ...key, _language: 'en' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toMatch(/vigie-lang=en/);
      expect(answer.text).toContain('<html lang="en">');
      for (const value of Object.values(fields)) expect(answer.text).toContain(`${value}</textarea>`);
      expect(answer.text).toContain(`name="_key" value="${key['_key']}"`);
      expect(answer.text).not.toContain('aria-invalid');
      expect(await head()).toBe(before);
    },
  );

  it('belongs to the form itself, after the button that Enter presses; elsewhere it has a form of its own', async () => {
    const { text } = await door.read('ines', '/signal');
    expect(text.match(/<button[^>]*form="sheet"[^>]*>/g)).toEqual([
      '<button class="vh" type="submit" form="sheet" tabindex="-1" aria-hidden="true">',
      '<button class="plain" type="submit" form="sheet" name="_language" value="en" lang="en">',
    ]);
    expect(text).not.toContain('action="/language"');
    const { text: now } = await door.read('ines', '');
    expect(now).toContain('action="/language"');
    expect(now).not.toContain('form="sheet"');
  });

  it('is asked of nobody whose form does not belong to this session', async () => {
    const answer = await door.send('ines', '/signal', { text: 'x', _csrf: 'other', _language: 'en' });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
