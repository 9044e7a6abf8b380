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

const typed = { text: 'Un <b>poste</b>\r\nbloqué', declarant: '+33 1 99 00 00 20', _key: 'form-of-an-ended-session' };
const path = '/o/o1/signal';
const post = (fields: Record<string, string>, cookie = '') =>
  door.call('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: door.base, cookie },
    raw: new URLSearchParams(fields).toString(),
  });
const hidden = (html: string) =>
  Object.fromEntries(
    [...html.slice(html.indexOf('<main')).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [
        name,
        // line ends are sent as CR LF by every browser, whatever the page has
        value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#x3D;', '=').replaceAll('\n', '\r\n'),
      ],
    ),
  );
const token = () => told.night.people.get('ines')?.token ?? '';

describe('a form sent after its session had ended', () => {
  it('asks who it is, keeps what was typed out of address and log, and does nothing', async () => {
    const before = await told.night.ports.journal.head('o1');
    const asked = await post({ ...typed, _csrf: 'old' });
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('Votre session a pris fin. Ce que vous avez écrit est gardé');
    expect(asked.text).toContain(`action="${path}"`);
    expect(hidden(asked.text)).toEqual(typed);
    expect(JSON.stringify(door.logged)).not.toContain('bloqué');
    expect(await told.night.ports.journal.head('o1')).toBe(before);
  });

  it('comes back filled in once one has entered; sent again, it is done once', async () => {
    const wrong = await post({ ...hidden((await post(typed)).text), _token: 'vgt_wrong' });
    expect([wrong.status, hidden(wrong.text)]).toEqual([401, typed]);
    const before = await told.night.ports.journal.head('o1');
    const back = await post({ ...hidden(wrong.text), _token: token() });
    expect(back.text).toContain('Votre session avait pris fin');
    expect(back.text).toContain('Un &lt;b&gt;poste&lt;/b&gt;\nbloqué</textarea>');
    expect(await told.night.ports.journal.head('o1')).toBe(before);
    const cookie = back.headers.get('set-cookie')?.split(';')[0] ?? '';
    const start = back.text.indexOf(`action="${path}`);
    const own = hidden(`<main${back.text.slice(start, back.text.indexOf('</form>', start))}`);
    expect(own['_key']).toBe(typed['_key']);
    const sent = await post({ ...typed, ...own, when: 'now', data: 'unknown', looksLike: 'unspecified' }, cookie);
    expect(sent.status).toBe(303);
  });

  it('of an earlier session is shown again and not obeyed, however often it is sent', async () => {
    const before = await told.night.ports.journal.head('o1');
    const answer = await post({ ...typed, _csrf: 'x'.repeat(43) }, await door.cookieOf('ines'));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Votre session avait pris fin');
    expect(await told.night.ports.journal.head('o1')).toBe(before);
  });

  it('from another place is not kept for anybody', async () => {
    const raw = new URLSearchParams(typed).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
    const answer = await door.call('POST', path, { headers, raw });
    expect([answer.status, answer.text]).toEqual([303, '']);
  });
});
