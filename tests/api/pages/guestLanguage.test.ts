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

describe('the form that acknowledges', () => {
  it('begins with no name, since a contract may name a desk, and with the contact’s function', async () => {
    const { text } = await door.guest.read(`/n/${link}`);
    expect(text).toMatch(/<input id="f-name" name="name" type="text" value="">/);
    expect(text).toMatch(/<input id="f-function" name="function" type="text" value="[^"]+">/);
  });
});
