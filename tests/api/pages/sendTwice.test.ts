import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeEach(async () => {
  await door?.stop();
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(html.indexOf('id="sheet"')))?.[1] ?? '';

/** The very bytes of one form, as a second click sends them again. */
async function formOf(notice: string) {
  await door.send('ines', `${notice}/draft`, { ...readyDraft, do: 'save' });
  const { text } = await door.read('ines', `${notice}/review`);
  const fields = { _csrf: hidden(text, '_csrf'), _key: hidden(text, '_key'), revision: hidden(text, 'revision') };
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: door.base,
    cookie: await door.cookieOf('ines'),
  };
  return () => door.call('POST', `/o/o1${notice}/review`, { headers, raw: new URLSearchParams(fields).toString() });
}

describe('the button that sends, clicked twice', () => {
  const place = () => `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
  const versions = async () =>
    (await told.night.ports.projections.read('o1', 'notice', told.stolen.aube))?.versions.length;

  it('is one sending, and both clicks lead to what was sent', async () => {
    const post = await formOf(place());
    for (const answer of [await post(), await post()])
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/o/o1${place()}/sent`]);
    expect(await versions()).toBe(1);
  });

  it('so it is when both come at once', async () => {
    const post = await formOf(place());
    const answers = await Promise.all([post(), post()]);
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(Array(2).fill(`/o/o1${place()}/sent`));
    expect(await versions()).toBe(1);
  });

  it('so it is when somebody drafts a supplement in between', async () => {
    const post = await formOf(place());
    await post();
    await door.send('sacha', `${place()}/draft`, { ...readyDraft, a: 'Autre chose.', do: 'save' });
    expect((await post()).headers.get('location')).toBe(`/o/o1${place()}/sent`);
    expect(await versions()).toBe(1);
  });
});
