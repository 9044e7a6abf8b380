import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Membership } from '../../application/people/authenticate';
import type { Context } from '../../application/ports/ports';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import { identifySession, type Visitor } from '../sessions/identify';
import { languageOf } from '../sessions/language';
import { isOwnForm } from '../sessions/origin';
import type { Page, Show, Shown, Visit } from './definePage';
import { type Door, isHttps } from './door';
import { PAGE_CSP } from './guardHeaders';
import { toIssues } from './issues';
import { type ApiError, problemTable } from './problems';
import { readFormBody, readQuery } from './readBody';
import { withinReach } from './withinReach';

/** How a refusal looks in a browser. */
export type RenderProblem = (error: ApiError, visit: Visit) => string;

type Refused = { ok: false; error: ApiError; form: Record<string, string> };
type Let = { ok: true; visit: Visit; visitor: Visitor | null } | { ok: false; error: ApiError; visit: Visit };

/** GET shows. */
export function serveView(door: Door, page: Page, renderProblem: RenderProblem) {
  return async (request: Request, response: Response): Promise<void> => {
    const entered = await withinReach(enter(door, page, request), door.health.database, response);
    if (!entered.ok) return turnAway(response, entered, renderProblem);
    const shown = await withinReach(readable(page.render(entered.visit)), door.health.database, response);
    return show(response, shown, entered.visit, renderProblem);
  };
}

/** POST acts, for a form of this very place and session; a refusal shows the page again, with what was typed. */
export function serveAct(door: Door, page: Page, renderProblem: RenderProblem) {
  return async (request: Request, response: Response): Promise<void> => {
    const entered = await withinReach(enter(door, page, request), door.health.database, response);
    if (!entered.ok) return turnAway(response, entered, renderProblem);
    const { visit } = entered;
    const shown = await withinReach(readable(act(door, page, request, entered)), door.health.database, response);
    if (shown.ok || shown.error.code === 'origin.refused') return show(response, shown, visit, renderProblem);
    const refused = { ...visit, refusal: { error: shown.error, form: shown.form } };
    const again = await readable(page.render(refused));
    response.status(problemTable[shown.error.code].status);
    if (shown.error.code === 'attempts.exceeded') response.set('Retry-After', String(shown.error.retryAfterSeconds));
    return show(response, again, refused, renderProblem);
  };
}

/** What only a newer version can read is refused like anything else, so that a browser is shown a page. */
async function readable<T extends Shown>(shown: Promise<T>): Promise<T | Refused> {
  try {
    return await shown;
  } catch (error) {
    if (!(error instanceof SubjectUnreadable)) throw error;
    return { ok: false, error: { code: 'subject.unreadable', type: error.entryType }, form: {} };
  }
}

async function act(
  door: Door,
  page: Page,
  request: Request,
  { visit, visitor }: { visit: Visit; visitor: Visitor | null },
): Promise<Shown & { form: Record<string, string> }> {
  const refuse = (error: ApiError, form = {}) => ({ ok: false as const, error, form });
  if (page.act === null) return refuse({ code: 'method.refused', allowed: ['GET', 'HEAD'] });
  // A guest's page keeps its address to itself, so that its forms come from `null`; who sends one knows the secret link.
  const isHidden = page.audience === 'guest' && request.headers.origin === 'null';
  if (!isHidden && !isOwnForm(request, door.publicUrl)) return refuse({ code: 'origin.refused' });
  const body = await readFormBody(request);
  if (!body.ok) return refuse(body.error);
  const { _csrf: csrf = '', _key: formKey = '', ...form } = body.value;
  if (visitor !== null && !isSame(csrf, visitor.csrf)) return refuse({ code: 'origin.refused' });
  const key = [
    'page',
    visit.ctx?.actor.id ?? 'guest',
    page.path,
    /^[\w-]{8,64}$/.test(formKey) ? formKey : randomUUID(),
  ];
  const shown = await page.act.run(visit, { key: key.join('/'), form });
  return { ...shown, form };
}

async function enter(door: Door, page: Page, request: Request): Promise<Let> {
  const { ports } = door;
  const visitor = page.audience === 'guest' ? null : await identifySession(ports, request, isHttps(door));
  const here = visitor?.memberships.find(({ orgId }) => orgId === request.params['orgId']) ?? null;
  const ctx = here === null ? null : contextOf(door, here);
  const person = ctx?.actor.kind === 'person' ? await ports.people.find(ctx.orgId, ctx.actor.id) : null;
  const query = readQuery(request.url);
  const parsed = {
    params: page.params.safeParse({ ...request.params }),
    query: page.query.safeParse(query.ok ? query.value : {}),
  };
  const visit: Visit = {
    audience: page.audience,
    ctx,
    memberships: visitor?.memberships ?? [],
    ports,
    cookieHash: visitor?.cookieHash ?? null,
    address: request.socket.remoteAddress ?? '',
    language: languageOf(request, person?.language ?? null),
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

/** A stranger is shown the entrance; whoever is inside is told what is wrong. */
function turnAway(
  response: Response,
  { error, visit }: { error: ApiError; visit: Visit },
  renderProblem: RenderProblem,
): void {
  if (error.code === 'credentials.missing') return send(response, { goTo: '/enter' }, visit);
  response.status(problemTable[error.code].status);
  return send(response, { html: renderProblem(error, visit) }, visit);
}

function show(response: Response, shown: Shown, visit: Visit, renderProblem: RenderProblem): void {
  if (!shown.ok) return turnAway(response, { error: shown.error, visit }, renderProblem);
  return send(response, shown.value, visit);
}

function send(response: Response, shown: Show, { audience }: Pick<Visit, 'audience'>): void {
  if ('goTo' in shown) {
    for (const cookie of shown.cookies ?? []) response.append('Set-Cookie', cookie);
    response
      .status(303)
      .set('Location', isPath(shown.goTo) ? shown.goTo : '/')
      .end();
    return;
  }
  response.set('Content-Security-Policy', PAGE_CSP);
  // Same-origin, or the browser would hide from us where a form comes from; but a guest's address is a secret.
  if (audience !== 'guest') response.set('Referrer-Policy', 'same-origin');
  if ('html' in shown) response.type('html').end(shown.html);
  else response.type(shown.mediaType).attachment(shown.fileName).end(shown.bytes);
}

/** Never to another place: `//evil` and `/\evil` are one for a browser. */
const isPath = (text: string): boolean => /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text);

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
