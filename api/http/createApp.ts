import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import { COPY_SCRIPT, COPY_SCRIPT_URL } from './copyScript';
import type { Page } from './definePage';
import type { Route } from './defineRoute';
import { type Door, isHttps } from './door';
import { createFormRooms } from './formRoom';
import { ICON } from './icon';
import { OrgId } from './fields';
import { guardHeaders } from './guardHeaders';
import { EXCHANGE_FILE_PATH, EXCHANGE_PATH } from './exchangeProblems';
import { serveExchange } from './serveExchange';
import { serveHealth } from './health';
import { withoutWords } from './log';
import type { PublicDocument } from './publicDocument';
import type { ApiError } from './problems';
import { createRefuse, isBrowsing, type Refuse } from './refuse';
import { requestIdOf } from './requestId';
import { type Looks, serveAct, serveView } from './servePage';
import { serveRoute } from './serveRoute';
import { readStylesheet } from './stylesheet';
import { isDatabaseAway } from './withinReach';

export type House = {
  routes: readonly Route[];
  /** JSON that anybody may read, e.g. the description of this API. */
  documents: readonly PublicDocument[];
  pages: readonly Page[];
} & Looks;

/** The door of the house. Nothing is read of a request before it is known who asks; see `serveRoute` and `servePage`. */
export function createApp(door: Door, { routes, documents, pages: own, ...looks }: House): Express {
  const pages = [...(looks.entrance?.pages ?? []), ...own];
  const app = express().disable('x-powered-by').disable('etag').set('query parser', false);
  app
    .enable('case sensitive routing')
    .enable('strict routing')
    .set('trust proxy', [...door.trustedProxies]);
  app.use(traced(door), guardHeaders(isHttps(door)));
  serveHealth(app, door);
  const stylesheet = readStylesheet(door.stylesheet);
  app.get('/vigie.css', (_request, response) => void response.type('css').end(stylesheet.css));
  app.get(stylesheet.url, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').end(stylesheet.css);
  });
  app.get(COPY_SCRIPT_URL, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type('js').end(COPY_SCRIPT);
  });
  app.get('/favicon.ico', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').end(ICON);
  });
  for (const { path, content } of documents) {
    let text: string | null = null;
    app.get(path, (_request, response) => {
      text ??= JSON.stringify(content());
      response.type('application/json').end(text);
    });
  }
  for (const route of routes) app[route.method](toExpress(route.path), serveRoute(door, route));
  const exchange = serveExchange(door);
  app.post(toExpress(EXCHANGE_PATH), exchange.message);
  app.post(toExpress(EXCHANGE_FILE_PATH), exchange.file);
  const rooms = createFormRooms();
  for (const page of pages) {
    app.get(toExpress(page.path), serveView(door, page, looks));
    if (page.act !== null) app.post(toExpress(page.path), serveAct(door, page, looks, rooms));
  }
  const refuse = createRefuse(door, looks.renderProblem);
  refuseOtherMethods(app, refuse, [
    ...[
      '/health/live',
      '/health/ready',
      '/vigie.css',
      '/favicon.ico',
      stylesheet.url,
      COPY_SCRIPT_URL,
      ...documents.map(({ path }) => path),
    ].map(getOnly),
    ...routes,
    ...[EXCHANGE_PATH, EXCHANGE_FILE_PATH].map((path) => ({ path, method: 'post' as const })),
    ...pages.flatMap(({ path, act }) => [getOnly(path), ...(act === null ? [] : [{ path, method: 'post' as const }])]),
  ]);
  app.get('/o/:orgId/', (request, response) => {
    response.redirect(308, `/o/${encodeURIComponent(request.params.orgId)}`); // as somebody types it
  });
  const nowhere = serveView(door, stray, looks);
  app.get('/o/:orgId/*rest', (request, response, next) => (isBrowsing(request) ? nowhere(request, response) : next()));
  app.use((request, response) => refuse(request, response, { code: 'subject.unknown' }));
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    if (response.destroyed) return; // the caller has gone
    const told = toApiError(error);
    if (told.code === 'unexpected')
      door.log.error({ requestId: response.get('X-Request-Id'), ...withoutWords(error) }, 'unexpected');
    if (response.headersSent) return response.destroy(); // a stream that broke must not look whole
    return refuse(request, response, told);
  });
  return app;
}

/** An address inside an organisation that no page has: who is inside is told so with the way on. */
const stray: Page = {
  path: '/o/{orgId}/*rest',
  audience: 'member',
  policy: () => true,
  params: z.object({ orgId: OrgId }),
  query: z.object({}),
  render: async () => ({ ok: false, error: { code: 'subject.unknown' } }),
  act: null,
};

const getOnly = (path: string) => ({ path, method: 'get' as const });

export const toExpress = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** An id for each request, a line and a figure for each answer: the template of its path, never the path. */
function traced(door: Door) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = requestIdOf(request);
    const from = process.hrtime.bigint();
    response.set('X-Request-Id', requestId);
    if (door.health.isStopping()) response.set('Connection', 'close');
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - from) / 1e9;
      const { method } = request;
      const route = String((request.route as { path?: unknown } | undefined)?.path ?? 'none');
      const facts = { method, route, status: response.statusCode, seconds };
      door.observe(facts);
      door.log.info({ requestId, ...facts, isWhole: response.writableFinished }, 'answered');
    });
    next();
  };
}

type Served = { path: string; method: 'get' | 'post' };

/** 405 with Allow for what an address does not answer; OPTIONS says it without a problem. */
function refuseOtherMethods(app: Express, refuse: Refuse, served: readonly Served[]): void {
  const allowed = new Map<string, Set<string>>();
  for (const { path, method } of served) {
    const known = allowed.get(path) ?? new Set(['OPTIONS']);
    for (const name of method === 'get' ? ['GET', 'HEAD'] : ['POST']) known.add(name);
    allowed.set(path, known);
  }
  for (const [path, names] of allowed) {
    const list = [...names].toSorted();
    app.all(toExpress(path), (request, response) => {
      if (request.method !== 'OPTIONS') return refuse(request, response, { code: 'method.refused', allowed: list });
      return void response.status(204).set('Allow', list.join(', ')).end();
    });
  }
}

function toApiError(error: unknown): ApiError {
  if (isDatabaseAway(error)) return { code: 'database.away' };
  if (error instanceof SubjectUnreadable) return { code: 'subject.unreadable', type: error.entryType };
  // The router could not decode the address.
  if (error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400)) {
    return { code: 'input.invalid', issues: [{ pointer: '/params', message: 'the address is not readable' }] };
  }
  return { code: 'unexpected' };
}
