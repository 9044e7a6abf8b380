import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const post = (path: string, fields: Record<string, string>) =>
  door.call('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: door.base },
    raw: new URLSearchParams(fields).toString(),
  });

describe('the entrance', () => {
  it('offers the other language, and comes back to itself', async () => {
    const { text } = await door.call('GET', '/enter?to=%2Fmailbox');
    expect(text).toContain('name="language" value="en" lang="en">English</button>');
    expect(text).toContain('name="back" value="/enter?to&#x3D;%2Fmailbox"');
    const chosen = await post('/language', { language: 'en', back: '/enter?to=%2Fmailbox', _csrf: '' });
    expect(chosen.headers.get('location')).toBe('/enter?to=%2Fmailbox');
    expect(chosen.headers.get('set-cookie')).toContain('vigie-lang=en');
  });

  it.each([
    ['/mailbox', '/o/o1/mailbox'],
    ['/o/o1/signal', '/o/o1/signal'],
    ['/o/other/signal', '/o/o1'],
    ['//evil.example', '/o/o1'],
  ])('leads on to where somebody wanted to go, inside what was entered: %s', async (to, place) => {
    const { text } = await door.call('GET', `/enter?to=${encodeURIComponent(to)}`);
    expect(text).toContain(`name="to" value="${to}"`);
    const entered = await post('/enter', { token: night.people.get('ines')?.token ?? '', to });
    expect(entered.headers.get('location')).toBe(place);
  });

  it('keeps where somebody wanted to go through a wrong token', async () => {
    expect((await post('/enter', { token: 'wrong', to: '/mailbox' })).text).toContain('name="to" value="/mailbox"');
  });

  it('/mailbox is the mailbox of the organisation of whoever is inside, else leads there', async () => {
    expect((await door.call('GET', '/mailbox')).headers.get('location')).toBe('/enter?to=%2Fmailbox');
    const inside = await door.call('GET', '/mailbox', { headers: { cookie: await door.cookieOf('ines') } });
    expect(inside.headers.get('location')).toBe('/o/o1/mailbox');
  });
});
