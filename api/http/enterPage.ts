import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Membership } from '../../application/people/authenticate';
import type { Context } from '../../application/ports/ports';
import { identifyCookie, identifySession, type Visitor } from '../sessions/identify';
import { languageOf } from '../sessions/language';
import type { Page, Visit } from './definePage';
import { type Door, isHttps } from './door';
import { toIssues } from './issues';
import type { ApiError } from './problems';
import { readQuery } from './readBody';

export type Let = { ok: true; visit: Visit; visitor: Visitor | null } | { ok: false; error: ApiError; visit: Visit };

/** Who stands before a page, and whether they may. `opened`: cookie of a session that this very request has opened. */
export async function enterPage(door: Door, page: Page, request: Request, opened: string | null = null): Promise<Let> {
  const { ports } = door;
  const visitor = page.audience === 'guest' ? null : await visitorOf(door, request, opened);
  const here = visitor?.memberships.find(({ orgId }) => orgId === request.params['orgId']) ?? null;
  const ctx = here === null ? null : contextOf(door, here);
  const house = here === null ? null : { organisation: here.organisation, names: await ports.people.names(here.orgId) };
  const reader = here?.actor.kind === 'person' ? house?.names.get(here.actor.id) : undefined;
  const query = readQuery(request.url);
  const parsed = {
    params: page.params.safeParse({ ...request.params }),
    query: page.query.safeParse(query.ok ? query.value : {}),
  };
  const visit: Visit = {
    audience: page.audience,
    ctx,
    house,
    memberships: visitor?.memberships ?? [],
    ports,
    cookieHash: visitor?.cookieHash ?? null,
    address: request.ip ?? '',
    language: languageOf(request, reader?.language ?? null),
    now: ports.now(),
    csrf: visitor?.csrf ?? '',
    formKey: randomUUID(),
    origin: door.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`,
    params: (parsed.params.data ?? {}) as Visit['params'],
    query: parsed.query.data ?? {},
    refusal: null,
  };
  if (page.audience === 'member') {
    if (visitor === null) return { ok: false, error: { code: 'credentials.missing' }, visit };
    if (ctx === null) return { ok: false, error: { code: 'subject.unknown' }, visit };
    if (!page.policy(ctx)) return { ok: false, error: { code: 'actor.forbidden' }, visit };
  }
  if (!parsed.params.success) return { ok: false, error: { code: 'subject.unknown' }, visit };
  if (!query.ok) return { ok: false, error: { code: 'input.invalid', issues: query.issues }, visit };
  if (!parsed.query.success) {
    const issues = toIssues(parsed.query.error.issues, ['query']);
    return { ok: false, error: { code: 'input.invalid', issues }, visit };
  }
  return { ok: true, visit, visitor };
}

const contextOf = ({ ports }: Door, { orgId, actor, roles }: Membership): Context => ({ orgId, actor, roles, ports });

const visitorOf = ({ ports, publicUrl }: Door, request: Request, opened: string | null): Promise<Visitor | null> =>
  opened === null ? identifySession(ports, request, isHttps({ publicUrl })) : identifyCookie(ports, opened);
