import { z } from 'zod';
import { Language } from '../../domain/letters/head';
import { definePage, type Page, type Shown, type Visit } from '../http/definePage';
import type { Entrance } from './entrance';
import { sessionCookieName, writeCookie } from './cookie';
import { languageCookie } from './language';

const MAILBOX = '/mailbox';

/** `/enter`, `/leave`, `/language`, and `/` and `/mailbox`, which lead in or out. */
export function sessionPages(
  isHttps: boolean,
  renderEntrance: (visit: Visit) => string,
  letIn: Entrance['letIn'],
): Page[] {
  const cookieName = sessionCookieName(isHttps);
  const render = async (visit: Pick<Visit, keyof Visit>): Promise<Shown> => ({
    ok: true,
    value: { html: renderEntrance(visit) },
  });
  const none = z.object({});

  const lead = (path: string, within: string) =>
    definePage({
      path,
      audience: 'anyone',
      params: none,
      render: async ({ memberships: [first] }) =>
        goTo(first === undefined ? enterFor(path) : `/o/${first.orgId}${within}`),
    });

  const enter = definePage({
    path: '/enter',
    audience: 'anyone',
    params: none,
    query: z.object({ to: z.string().max(500).optional() }),
    render: (visit) => render(visit as Visit),
    act: {
      form: z.object({ token: z.string().trim().max(200), to: z.string().max(500).default('/') }),
      async run(visit, { form: { token, to } }) {
        const entered = await letIn(visit, token);
        if (!entered.ok) return entered;
        const { orgId, setCookie } = entered;
        // Only to a place of the organisation that was entered.
        const isInside = to.startsWith(`/o/${orgId}/`);
        return goTo(isInside ? to : `/o/${orgId}${to === MAILBOX ? MAILBOX : ''}`, [setCookie]);
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
      run: async (_visit, { form }) => goTo(form.back, [languageCookie(form.language, isHttps)]),
    },
  });

  return [lead('/', ''), lead(MAILBOX, MAILBOX), enter, leave, language];
}

const goTo = (path: string, cookies: string[] = []): Shown => ({ ok: true, value: { goTo: path, cookies } });

/** The entrance, which leads on to where somebody wanted to go. */
export const enterFor = (path: string): string => (path === '/' ? '/enter' : `/enter?to=${encodeURIComponent(path)}`);
