import { join } from 'node:path';
import { readStylesheet } from '../../api/http/stylesheet';
import { renderEntranceOf } from '../../api/pages/entrance';
import { housePages } from '../../api/pages/pages';
import { renderProblemOf } from '../../api/pages/problem';
import { createEntrance } from '../../api/sessions/entrance';
import { openDoor } from './door';
import type { Night, StaffName } from './night';

const stylesheet = join(__dirname, '../../public/vigie.css');

/** The real door with every page, over a night's ports. `read` and `send` act as somebody who has entered. */
export async function openNightDoor(night: Night) {
  const house = { stylesheet: readStylesheet(stylesheet).url, mailbox: night.mailbox };
  const door = await openDoor(night.ports, {
    house: {
      entrance: createEntrance(false, renderEntranceOf(house), () => night.clock.now.getTime()),
      pages: housePages(house),
      renderProblem: renderProblemOf(house),
    },
    door: { stylesheet },
  });
  const origin = door.base;
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin };
  const cookies = new Map<StaffName, string>();

  async function cookieOf(who: StaffName): Promise<string> {
    const known = cookies.get(who);
    if (known !== undefined) return known;
    const token = night.people.get(who)?.token ?? '';
    const raw = new URLSearchParams({ token }).toString();
    const entered = await door.call('POST', '/enter', { headers: form, raw });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    cookies.set(who, cookie);
    return cookie;
  }

  const read = async (who: StaffName, path: string, language: 'fr' | 'en' = 'fr') => {
    const cookie = `${await cookieOf(who)}; vigie-lang=${language}`;
    const place = `/o/${night.orgId}${path}`;
    const answer = await door.call('GET', place, { headers: { cookie, accept: 'text/html' } });
    const next = answer.headers.get('location') ?? '';
    // A form that puts its key into its address.
    return next.startsWith(`${place.split('?')[0]}?form=`) ? door.call('GET', next, { headers: { cookie } }) : answer;
  };

  /** Fills the form of a page as a browser would: with its hidden fields. */
  const send = async (who: StaffName, path: string, fields: Record<string, string>) => {
    const { text } = await read(who, path);
    const place = `/o/${night.orgId}${path.split('?')[0]}`;
    const main = text.slice(text.indexOf('<main'));
    const [, query = ''] = new RegExp(`action="${place}(\\?[^"]*)"`).exec(main) ?? [];
    const action = place + query.replaceAll('&#x3D;', '=');
    const raw = new URLSearchParams({ ...hiddenIn(main, place + query), ...fields }).toString();
    return door.call('POST', action, { headers: { ...form, cookie: await cookieOf(who) }, raw });
  };

  const guest = {
    read: (path: string) => door.call('GET', path),
    send: async (path: string, fields: Record<string, string>) => {
      const [action = ''] = path.split('#');
      return door.call('POST', action, {
        headers: { ...form, origin: 'null' },
        raw: new URLSearchParams(fields).toString(),
      });
    },
  };
  return { ...door, read, send, guest, cookieOf };
}

/** Hidden fields of the form that posts to a path. */
function hiddenIn(html: string, action: string): Record<string, string> {
  const start = html.indexOf(`action="${action}"`);
  const inside = start < 0 ? html : html.slice(start, html.indexOf('</form>', start));
  const found = [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}
