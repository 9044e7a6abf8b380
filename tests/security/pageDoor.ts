import { renderEntranceOf } from '../../api/pages/entrance';
import { housePages } from '../../api/pages/pages';
import { renderProblemOf } from '../../api/pages/problem';
import { createEntrance } from '../../api/sessions/entrance';
import type { Mailbox } from '../../application/ports/mailbox';
import type { Ports } from '../../application/ports/ports';
import { openDoor } from '../fakes/door';

/** The door with the API and every page; `pages` is the very table that it serves. */
export async function openPageDoor(ports: Ports, mailbox: Mailbox | null) {
  const house = { stylesheet: '/vigie.css', mailbox };
  const entrance = createEntrance(false, renderEntranceOf(house), () => ports.now().getTime());
  const inside = housePages(house);
  const door = await openDoor(ports, { house: { entrance, pages: inside, renderProblem: renderProblemOf(house) } });
  const pages = [...entrance.pages, ...inside];
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: door.base };

  /** The cookie of a session that this token opens. */
  async function enter(token: string): Promise<string> {
    const raw = new URLSearchParams({ token }).toString();
    const entered = await door.call('POST', '/enter', { headers: form, raw });
    return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  }
  async function read(path: string, cookie = '') {
    const answer = await door.call('GET', path, { headers: { cookie } });
    const next = answer.headers.get('location') ?? '';
    // A form that puts its key into its address.
    return next.startsWith(`${path}?form=`) ? door.call('GET', next, { headers: { cookie } }) : answer;
  }
  /** As a browser sends a form of this place; the hidden `_csrf` is the session's own. */
  async function send(path: string, cookie = '', fields: Record<string, string> = {}) {
    const csrf = cookie === '' ? '' : csrfIn((await read('/leave', cookie)).text);
    const raw = new URLSearchParams({ _csrf: csrf, ...fields }).toString();
    return door.call('POST', path, { headers: { ...form, cookie }, raw });
  }
  return { ...door, pages, enter, read, send };
}

export type PageDoor = Awaited<ReturnType<typeof openPageDoor>>;

const csrfIn = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';

/** Where the links and the forms of a page of the house lead, without queries and anchors. */
export function waysOut(html: string): { links: string[]; actions: string[] } {
  const paths = (pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map(([, href = '']) => href.replace(/[?#].*$/, ''))),
  ];
  return {
    links: paths(/<a\b[^>]*\bhref="(\/[^"]*)"/g),
    actions: paths(/<form\b[^>]*\bmethod="post"[^>]*\baction="(\/[^"]*)"/g).concat(
      paths(/<form\b[^>]*\baction="(\/[^"]*)"[^>]*\bmethod="post"/g),
    ),
  };
}

/** The page that an address belongs to; null for none, e.g. a stylesheet or the API. */
export function templateOf(path: string, templates: readonly string[]): string | null {
  return (
    templates
      .filter((template) => patternOf(template).test(path))
      .toSorted((a, b) => variablesIn(a) - variablesIn(b))[0] ?? null
  );
}

const patterns = new Map<string, RegExp>();
function patternOf(template: string): RegExp {
  const known = patterns.get(template) ?? new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  patterns.set(template, known);
  return known;
}

const variablesIn = (template: string): number => template.split('{').length;
