import type { IncomingMessage } from 'node:http';
import { authenticate, type Membership, membershipOf } from '../../application/people/authenticate';
import type { Ports } from '../../application/ports/ports';
import { readCookie, sessionCookieName } from './cookie';
import { hashOf } from '../../domain/organisation/secret';

/** Who is behind a session, and what a form of it must say to be believed. `cookie` is stored nowhere here. */
export type Visitor = { memberships: readonly Membership[]; csrf: string; cookie: string; cookieHash: string };

type Doors = Pick<Ports, 'tokens' | 'projections' | 'sessions' | 'now'>;
type Asked = Pick<IncomingMessage, 'headers'>;

/** The memberships of a bearer token, for programs; null for none, or one that opens nothing. */
export async function identifyToken(ports: Doors, { headers }: Asked): Promise<readonly Membership[] | null> {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const membership = token === undefined ? null : await authenticate(ports, token);
  return membership === null ? null : [membership];
}

/** The memberships behind a session cookie, for pages. Asked anew each time: who lost a right has lost it here. */
export async function identifySession(ports: Doors, { headers }: Asked, isHttps: boolean): Promise<Visitor | null> {
  const cookie = readCookie(headers.cookie, sessionCookieName(isHttps));
  return cookie === null ? null : identifyCookie(ports, cookie);
}

/** As `identifySession`, for a session that has just been opened. */
export async function identifyCookie(ports: Doors, cookie: string): Promise<Visitor | null> {
  const cookieHash = hashOf(cookie);
  const session = await ports.sessions.find(cookieHash);
  if (session === null || Date.parse(session.expiresAt) <= ports.now().getTime()) return null;
  const membership = await membershipOf(ports, session.credential);
  return membership === null ? null : { memberships: [membership], csrf: session.csrf, cookie, cookieHash };
}
