import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { authenticate } from '../../application/people/authenticate';
import { Language } from '../../domain/letters/head';
import { hashOf } from '../../domain/organisation/secret';
import { definePage, type Page, type Shown, type Visit } from '../http/definePage';
import { createAttempts } from './attempts';
import { LANGUAGE_COOKIE, sessionCookieName, writeCookie } from './cookie';

const SESSION_SECONDS = 12 * 3600;
const YEAR_SECONDS = 365 * 24 * 3600;

export type RenderEntrance = (visit: Visit) => string;

/** The entrance, for now by API token: `/enter`, `/leave`, `/language`, and `/`, which leads in or out. */
export function sessionPages(isHttps: boolean, renderEntrance: RenderEntrance, nowMs: () => number): Page[] {
  const attempts = createAttempts(nowMs);
  const cookieName = sessionCookieName(isHttps);
  const render = async (visit: Pick<Visit, keyof Visit>): Promise<Shown> => ({
    ok: true,
    value: { html: renderEntrance(visit) },
  });
  const none = z.object({});

  const home = definePage({
    path: '/',
    audience: 'anyone',
    params: none,
    render: async (visit) => goTo(homeOf(visit)),
  });

  const enter = definePage({
    path: '/enter',
    audience: 'anyone',
    params: none,
    render,
    act: {
      form: z.object({ token: z.string().trim().max(200) }),
      async run({ ports, address }, { form: { token } }) {
        const retryAfterSeconds = attempts.note(address);
        if (retryAfterSeconds > 0) return { ok: false, error: { code: 'attempts.exceeded', retryAfterSeconds } };
        const membership = await authenticate(ports, token);
        if (membership === null) return { ok: false, error: { code: 'credentials.missing' } };
        const { orgId, tokenId } = membership;
        const [cookie, csrf] = [randomText(), randomText()];
        const expiresAt = new Date(ports.now().getTime() + SESSION_SECONDS * 1000).toISOString();
        await ports.sessions.open(hashOf(cookie), { credential: { kind: 'token', orgId, tokenId }, csrf, expiresAt });
        return goTo(`/o/${orgId}`, [writeCookie(cookieName, cookie, SESSION_SECONDS, isHttps)]);
      },
    },
  });

  const leave = definePage({
    path: '/leave',
    audience: 'anyone',
    params: none,
    render,
    act: {
      form: none,
      async run({ ports, cookieHash }) {
        if (cookieHash !== null) await ports.sessions.close(cookieHash);
        return goTo('/enter', [writeCookie(cookieName, '', 0, isHttps)]);
      },
    },
  });

  const language = definePage({
    path: '/language',
    audience: 'anyone',
    params: none,
    render,
    act: {
      form: z.object({ language: Language, back: z.string().max(500).default('/') }),
      run: async (_visit, { form }) =>
        goTo(form.back, [writeCookie(LANGUAGE_COOKIE, form.language, YEAR_SECONDS, isHttps)]),
    },
  });

  return [home, enter, leave, language];
}

const goTo = (path: string, cookies: string[] = []): Shown => ({ ok: true, value: { goTo: path, cookies } });

const homeOf = ({ memberships: [first] }: Pick<Visit, 'memberships'>): string =>
  first === undefined ? '/enter' : `/o/${first.orgId}`;

const randomText = (): string => randomBytes(32).toString('base64url');
