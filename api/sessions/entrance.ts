import { randomBytes } from 'node:crypto';
import { authenticate } from '../../application/people/authenticate';
import { hashOf } from '../../domain/organisation/secret';
import type { Page, Visit } from '../http/definePage';
import type { ApiError } from '../http/problems';
import { createAttempts } from './attempts';
import { sessionCookieName, writeCookie } from './cookie';
import { sessionPages } from './pages';

const SESSION_SECONDS = 12 * 3600;

/** A form that was sent when its session had ended: its place, and its fields but the secret ones; a file is not kept. */
export type Kept = { action: string; form: Readonly<Record<string, string>>; hasFile: boolean };

/** `kept`: nothing of it has been done; it goes back with the token, hidden, to the place where it was sent. */
export type RenderEntrance = (visit: Visit, kept: Kept | null) => string;

export type LetIn = { ok: true; orgId: string; cookie: string; setCookie: string } | { ok: false; error: ApiError };

export type Entrance = {
  pages: readonly Page[];
  render: RenderEntrance;
  /**
   * Exchanges a token for a session. Of wrong ones, ten a minute from one address; a right one, which nobody guesses, always
   * opens: behind a proxy all have one address, and a stranger's attempts must keep nobody out.
   */
  letIn(visit: Pick<Visit, 'ports' | 'address'>, token: string): Promise<LetIn>;
};

/** The entrance, for now by API token. `render`: how it looks. */
export function createEntrance(isHttps: boolean, render: RenderEntrance, nowMs: () => number): Entrance {
  const attempts = createAttempts(nowMs);
  async function letIn({ ports, address }: Pick<Visit, 'ports' | 'address'>, token: string): Promise<LetIn> {
    const membership = await authenticate(ports, token);
    if (membership === null) {
      const retryAfterSeconds = attempts.note(address);
      const isOver = retryAfterSeconds > 0;
      return {
        ok: false,
        error: isOver ? { code: 'attempts.exceeded', retryAfterSeconds } : { code: 'credentials.missing' },
      };
    }
    const { orgId, tokenId } = membership;
    const [cookie, csrf] = [randomText(), randomText()];
    const expiresAt = new Date(ports.now().getTime() + SESSION_SECONDS * 1000).toISOString();
    await ports.sessions.open(hashOf(cookie), { credential: { kind: 'token', orgId, tokenId }, csrf, expiresAt });
    const setCookie = writeCookie(sessionCookieName(isHttps), cookie, SESSION_SECONDS, isHttps);
    return { ok: true, orgId, cookie, setCookie };
  }
  return { pages: sessionPages(isHttps, (visit) => render(visit, null), letIn), render, letIn };
}

const randomText = (): string => randomBytes(32).toString('base64url');
