import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let link: string;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  link = await told.night.ports.links.issue('o1', told.stolen.val, 'c1');
});
afterAll(() => door.stop());

const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
const textOf = (html: string) => html.slice(html.indexOf('<main'));

type Who = 'ines' | 'sacha' | 'alix' | null;

/** As a browser: with its cookie, or by a guest's link, whose page keeps its address to itself. */
async function headersOf(who: Who) {
  return who === null ? { origin: 'null', accept } : { origin: door.base, accept, cookie: await door.cookieOf(who) };
}
const get = async (who: Who, path: string) => door.call('GET', path, { headers: await headersOf(who) });

async function csrfOf(who: Who): Promise<string> {
  if (who === null) return '';
  const { text } = await get(who, '/o/o1');
  return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

async function post(who: Who, path: string, fields: Record<string, string>) {
  const headers = { ...(await headersOf(who)), 'content-type': 'application/x-www-form-urlencoded' };
  const raw = new URLSearchParams({ _csrf: await csrfOf(who), ...fields }).toString();
  return door.call('POST', path, { headers, raw });
}

const incident = () => `/o/o1/incidents/${told.stolen.id}`;
const notice = () => `${incident()}/notices/${told.stolen.val}`;
const forms: [string, Who, () => string, Record<string, string>][] = [
  ['a signal', 'ines', () => '/o/o1/signal', { text: 'Poste bloqué' }],
  ['a measure', 'ines', () => `${incident()}/measure`, { what: 'Poste bloqué' }],
  ['an awareness', 'sacha', () => `${incident()}/correct`, { reason: 'Poste bloqué' }],
  ['a call', 'ines', () => `${notice()}/call`, { note: 'Poste bloqué' }],
  ['a member', 'alix', () => '/o/o1/members', { name: 'Poste bloqué' }],
  ['a guest’s acknowledgement', null, () => `/n/${link}`, { name: 'Poste bloqué', version: '1' }],
];

describe.each(forms)('a form that is refused: %s', (_, who, path, typed) => {
  it('waits under an address of its own, to be gone back to and loaded again with what was typed', async () => {
    const before = await told.night.ports.journal.head('o1');
    const sent = await post(who, path(), { ...typed, _key: 'a-form-with-faults' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path()}?form=a-form-with-faults`]);
    for (const time of ['first', 'second']) {
      const shown = await get(who, sent.headers.get('location') ?? '');
      expect([time, shown.status]).toEqual([time, 200]);
      expect(shown.text).toMatch(/<title>Erreur/);
      expect(textOf(shown.text)).toContain('Poste bloqué');
      expect(textOf(shown.text)).toContain('name="_key" value="a-form-with-faults"');
    }
    expect(await told.night.ports.journal.head('o1')).toBe(before);
    expect(JSON.stringify(door.logged)).not.toMatch(/bloqu|a-form-with-faults/);
  });
});

it('what waits is shown to nobody else, not even on the same page', async () => {
  const sent = await post('ines', '/o/o1/signal', { text: 'Poste bloqué', _key: 'a-form-of-ines' });
  const other = await get('sacha', sent.headers.get('location') ?? '');
  expect(other.status).toBe(200);
  expect(other.text).not.toContain('Poste bloqué');
});

it('is gone once it was obeyed: going back leads to what it made', async () => {
  const fields = { class: 'general', _key: 'a-note-in-two-goes' };
  const sent = await post('ines', `${incident()}/note`, fields);
  const here = sent.headers.get('location') ?? '';
  expect((await get('ines', here)).status).toBe(200);
  const done = await post('ines', here, { ...fields, text: 'Serrurier appelé' });
  expect(done.headers.get('location')).toBe(incident());
  expect((await get('ines', here)).headers.get('location')).toBe(`${incident()}?again=1`);
});

it('with other words under a key that was used waits under another', async () => {
  const fields = { text: 'Un', class: 'general', _key: 'a-note-with-two-texts' };
  await post('ines', `${incident()}/note`, fields);
  const other = await post('ines', `${incident()}/note?form=a-note-with-two-texts`, {
    ...fields,
    text: 'Poste bloqué',
  });
  expect(other.headers.get('location')).toMatch(new RegExp(`^${incident()}/note\\?form=[\\w-]{36}$`));
  expect((await get('ines', other.headers.get('location') ?? '')).text).toContain('Poste bloqué');
});

it('of a link that opens nothing is kept for nobody', async () => {
  const answer = await post(null, `/n/${'x'.repeat(43)}`, { name: 'Poste bloqué', _key: 'a-form-of-nobody' });
  expect(answer.status).toBe(404);
});

it('a form that only changes its language is loaded again without being sent', async () => {
  const sent = await post('ines', '/o/o1/signal', { text: 'Poste bloqué', _key: 'in-two-languages', _language: 'en' });
  expect(sent.headers.get('set-cookie')).toMatch(/vigie-lang=en/);
  const shown = await get('ines', sent.headers.get('location') ?? '');
  expect(textOf(shown.text)).toContain('Poste bloqué</textarea>');
  expect(shown.text).not.toContain('aria-invalid');
});

it('sent again in another language as it was refused, says why still; with other words it does not', async () => {
  const typed = { text: '', class: 'general', _key: 'refused-in-two-languages' };
  const refused = await post('ines', `${incident()}/note`, typed);
  expect((await get('ines', refused.headers.get('location') ?? '')).text).toMatch(/<title>Erreur/);
  const english = await post('ines', `${incident()}/note`, { ...typed, _language: 'en' });
  const shown = await get('ines', english.headers.get('location') ?? '');
  expect(shown.text).toContain('id="e-text"');
  const other = await post('ines', `${incident()}/note`, { ...typed, text: 'Poste bloqué', _language: 'en' });
  expect((await get('ines', other.headers.get('location') ?? '')).text).not.toContain('id="e-text"');
});

it('longer than anything that is kept is given back at once', async () => {
  const text = 'Poste bloqué '.repeat(9_000);
  const sent = await post('ines', '/o/o1/signal', { text, _key: 'longer-than-is-kept' });
  expect([sent.status, sent.text.includes('Poste bloqué')]).toEqual([400, true]);
});

it('programs, which name no HTML, are answered at once by status', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: door.base };
  const raw = new URLSearchParams({ text: 'Poste bloqué', _csrf: await csrfOf('ines') }).toString();
  const answer = await door.call('POST', '/o/o1/signal', {
    headers: { ...headers, cookie: await door.cookieOf('ines') },
    raw,
  });
  expect([answer.status, answer.text.includes('Poste bloqué')]).toEqual([400, true]);
});
