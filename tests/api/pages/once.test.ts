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

const get = async (path: string) => door.call('GET', path, { headers: { cookie: await door.cookieOf('ines') } });
const count = async (type: string) => {
  const { entries } = await told.night.ports.journal.list('o1', { limit: 500 });
  return entries.filter((entry) => entry.type === type).length;
};

type Adding = { type: string; path(): string; back(): string; fields: Record<string, string>; text: string };
const incident = () => `/incidents/${told.stolen.id}`;
const notice = () => `${incident()}/notices/${told.stolen.val}`;
const adding: Adding[] = [
  {
    type: 'note.added',
    path: () => `${incident()}/note`,
    back: incident,
    fields: { text: 'Serrurier appelé', class: 'general' },
    text: 'text',
  },
  {
    type: 'measure.added',
    path: () => `${incident()}/measure`,
    back: incident,
    fields: {
      what: 'Compte fermé',
      owner: 'Paul',
      measureKind: 'contain',
      status: 'taken',
      atNow: 'yes',
      agreementId: 'all',
    },
    text: 'what',
  },
  {
    type: 'notice.explained',
    path: () => `${notice()}/explain`,
    back: notice,
    fields: { what: 'silence', reason: 'Bureaux fermés' },
    text: 'reason',
  },
];

describe.each(adding)('a form that adds ($type)', ({ type, path, back, fields, text }) => {
  it('has its key in its address: going back to it after sending leads to what it made, and says so', async () => {
    const form = (await get(`/o/o1${path()}`)).headers.get('location') ?? '';
    expect(form).toMatch(new RegExp(`^/o/o1${path()}\\?form=[\\w-]{36}$`));
    const before = await count(type);
    const sent = await door.send('ines', form.replace('/o/o1', ''), fields);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/o/o1${back()}`]);
    const again = await get(form);
    expect([again.status, again.headers.get('location')]).toEqual([303, `/o/o1${back()}?again=1`]);
    expect((await get(`/o/o1${back()}?again=1`)).text).toContain('Ce formulaire a déjà été envoyé');
    expect(await count(type)).toBe(before + 1);
  });

  it('kept open and sent again, though later, is one entry; with other words it says so, and keeps them', async () => {
    const before = await count(type);
    const key = { _key: `kept-open-${type.replace('.', '-')}` };
    const first = await door.send('ines', path(), { ...fields, ...key });
    expect(first.headers.get('location')).toBe(`/o/o1${back()}`);
    told.night.at(new Date(told.night.clock.now.getTime() + 61_000).toISOString());
    const again = await door.send('ines', path(), { ...fields, ...key });
    expect(again.headers.get('location')).toBe(`/o/o1${back()}?again=1`);
    const other = await door.send('ines', path(), { ...fields, ...key, [text]: 'Autre chose' });
    expect([other.status, await count(type)]).toEqual([409, before + 1]);
    expect(other.text).toContain('Autre chose</textarea>');
    expect(other.text).toContain('Ce formulaire, avec un autre texte, a déjà été envoyé');
    expect(other.text).not.toContain(key['_key']);
  });
});

it('a form of one incident, sent to another under the same key, is recorded there too', async () => {
  const [here, there] = [incident(), `/incidents/${told.ransomware.id}`];
  const key = '0123456789abcdef';
  const fields = { text: 'Vu aussi ici', class: 'general', _key: key };
  const before = await count('note.added');
  for (const place of [here, there]) {
    const sent = await door.send('ines', `${place}/note?form=${key}`, fields);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/o/o1${place}`]);
  }
  expect(await count('note.added')).toBe(before + 2);
});
