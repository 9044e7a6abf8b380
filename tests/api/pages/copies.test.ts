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

const plain = (html: string) => html.replaceAll('&#x3D;', '=');

describe('a version as plain text', () => {
  it('is had beside the PDF by a guest, in the words of its mail', async () => {
    const { night, stolen } = told;
    const link = await night.ports.links.issue(night.orgId, stolen.val, 'c1');
    const page = await door.guest.read(`/n/${link}`);
    expect(page.text).toContain(`href="/n/${link}/text/1"`);
    const text = await door.guest.read(`/n/${link}/text/1`);
    expect([text.status, text.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text.headers.get('content-disposition')).toMatch(/AV-\w{4}-\w{4}-v1\.txt/);
    expect(text.text).toContain('Ordinateur portable d’une enquêtrice volé dans un train.');
    expect((await door.guest.read(`/n/${link}/text/2`)).status).toBe(404);
  });

  it('is had by the house for each contact, without the secret of that contact’s link', async () => {
    const { stolen } = told;
    const notice = `/incidents/${stolen.id}/notices/${stolen.val}`;
    const page = plain((await door.read('paul', notice)).text);
    for (const contact of ['c1', 'c2']) {
      expect(page).toContain(`href="/o/o1${notice}/versions/1/${contact}/text"`);
      expect(page).toContain(`href="/o/o1${notice}/versions/1/${contact}/pdf"`);
    }
    const text = await door.read('paul', `${notice}/versions/1/c1/text`);
    expect([text.status, text.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text.text).toContain('Ordinateur portable d’une enquêtrice volé dans un train.');
    expect(text.text).toContain('/n/…');
    expect(text.text).not.toMatch(/\/n\/[\w-]{43}/);
    const pdf = await door.read('paul', `${notice}/versions/1/c1/pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await door.read('paul', `${notice}/versions/9/c1/text`)).status).toBe(404);
  });
});
