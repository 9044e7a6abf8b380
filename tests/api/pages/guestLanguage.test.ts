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

describe('the language switch on a contact’s page', () => {
  it('is a button of the form that asks: the question comes back in the other language, and is not asked', async () => {
    const { text } = await door.guest.read(`/n/${link}`);
    const [, action = '', name = ''] = /form="question" formaction="([^"]+)" name="(\w+)"/.exec(text) ?? [];
    const switched = await door.guest.send(action.replaceAll('&#x3D;', '='), {
      [name]: '1',
      question: 'Combien de foyers ?',
    });
    expect([switched.status, switched.text.includes('<html lang="en">')]).toEqual([200, true]);
    expect(switched.text).toContain('Combien de foyers ?</textarea>');
    const notice = await told.night.ports.projections.read('o1', 'notice', told.stolen.val);
    expect(notice?.questions).toEqual([]);
  });
});

/** As a browser that keeps its address to itself: what is not obeyed waits, and is led to. */
async function press(path: string, fields: Record<string, string>) {
  const headers = { origin: 'null', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const raw = new URLSearchParams({ _key: 'a-form-of-this-page', ...fields }).toString();
  const sent = await door.call('POST', path, { headers, raw });
  return sent.status === 303 ? door.call('GET', sent.headers.get('location') ?? '', { headers }) : sent;
}
const switchIn = (html: string): string =>
  (/formaction="([^"]+)" name="_fill"/.exec(html)?.[1] ?? '').replaceAll('&#x3D;', '=');
const typed = { name: 'D. Essai', function: 'RSSI', version: '1', question: 'Combien de foyers ?' };
const keeps = (html: string) =>
  [`value="${typed.name}"`, `value="${typed.function}"`, `${typed.question}</textarea>`].filter(
    (one) => !html.includes(one),
  );

describe('what a contact types on one page', () => {
  it('comes back whole in the other language, name and question, and nothing is recorded', async () => {
    const head = await told.night.ports.journal.head('o1');
    const shown = await press(switchIn((await door.guest.read(`/n/${link}`)).text), { ...typed, _fill: '1' });
    expect([shown.status, shown.text.includes('<html lang="en">'), keeps(shown.text)]).toEqual([200, true, []]);
    expect(shown.text).not.toContain('class="errors"');
    expect(await told.night.ports.journal.head('o1')).toBe(head);
  });

  it('waits where only the other question was refused, and the fault is said in the other language too', async () => {
    const refused = await press(`/n/${link}`, { ...typed, name: '' });
    expect(refused.text).toContain(`${typed.question}</textarea>`);
    const { name: _none, ...rest } = typed;
    const english = await press(switchIn(refused.text), { ...rest, name: '', _fill: '1' });
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('id="e-name"');
    expect(english.text).toContain(`${typed.question}</textarea>`);
    const unasked = await press(`/n/${link}/ask`, { ...typed, question: '' });
    expect(unasked.text).toContain('id="e-question"');
    expect(unasked.text).toContain(`value="${typed.name}"`);
    expect(unasked.text).not.toContain('id="e-name"');
  });

  it('on an older version comes back on that version', async () => {
    const { night, stolen } = told;
    await night.send('paul', stolen.val, {
      kind: 'supplement',
      items: { d: { answer: 'cannotBeDetermined', reason: 'Disque perdu.' } },
    });
    const older = await door.guest.read(`/n/${link}/v/1`);
    const shown = await press(switchIn(older.text), { question: typed.question, _fill: '1' });
    expect([shown.status, shown.text.includes('<html lang="en">')]).toEqual([200, true]);
    expect(shown.text).toContain(`${typed.question}</textarea>`);
    expect(shown.text).toContain('Version 1, superseded');
    const sent = await door.guest.send(`/n/${link}/v/1`, { question: typed.question });
    expect([sent.status, sent.text.includes(typed.question)]).toEqual([200, true]);
    expect((await night.ports.projections.read('o1', 'notice', stolen.val))?.questions).toEqual([]);
  });

  it('is acknowledged, never switched, by who presses Enter', async () => {
    const { text } = await door.guest.read(`/n/${link}`);
    const [first = ''] = /<button[^>]*form="question"[^>]*>/.exec(text) ?? [];
    expect(first).toContain(`formaction="/n/${link}"`);
  });
});

describe('the form that acknowledges', () => {
  it('begins with no name, since a contract may name a desk, and with the contact’s function', async () => {
    const { text } = await door.guest.read(`/n/${link}`);
    expect(text).toMatch(/<input id="f-name" name="name" type="text" value="">/);
    expect(text).toMatch(/<input id="f-function" name="function" type="text" value="[^"]+">/);
  });
});
