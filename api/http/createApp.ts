import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Context, Ports } from '../../application/ports/ports';
import type { Route } from './defineRoute';
import { openApi } from './openApi';
import { type ApiError, sendProblem } from './problems';

export type Door = {
  ports: Ports;
  /** Who holds this token in this organisation; null for a stranger and for another organisation alike. */
  authenticate(token: string, orgId: string): Pick<Context, 'actor' | 'roles'> | null;
  /** Absolute path of the one stylesheet. */
  stylesheet: string;
  log(error: unknown): void;
};

const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export type Page = {
  path: string;
  render(
    ctx: Context,
    params: Request['params'],
  ): Promise<{ ok: true; value: string } | { ok: false; error: ApiError }>;
};

export function createApp(door: Door, { routes, pages }: { routes: Route[]; pages: Page[] }): Express {
  const app = express().disable('x-powered-by');
  app.use(express.json({ limit: '100kb' }));
  app.get('/api/v1/openapi.json', (_request, response) => response.json(openApi(routes)));
  app.get('/vigie.css', (_request, response) => response.sendFile(door.stylesheet));

  for (const route of routes) {
    app[route.method](toExpress(route.path), async (request, response) => {
      const ctx = enter(door, request);
      if (ctx === null) return sendProblem(response, { code: 'credentials.missing' });
      if (!route.policy(ctx)) return sendProblem(response, { code: 'actor.forbidden' });
      const { params, headers, body } = request;
      const answer = await route.handler(ctx, { params, headers, body });
      if (!answer.ok) return sendProblem(response, answer.error);
      return response
        .status(route.status)
        .set(answer.value.headers ?? {})
        .json(answer.value.body);
    });
  }

  for (const page of pages) {
    app.get(toExpress(page.path), async (request, response) => {
      const ctx = enter(door, request);
      if (ctx === null) return sendProblem(response, { code: 'credentials.missing' });
      const html = await page.render(ctx, request.params);
      if (!html.ok) return sendProblem(response, html.error);
      return response
        .set({ 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff' })
        .type('html')
        .send(html.value);
    });
  }

  app.use((_request, response) => sendProblem(response, { code: 'subject.unknown' }));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    if (isUnreadable(error)) {
      return sendProblem(response, {
        code: 'input.invalid',
        issues: [{ pointer: '/body', message: 'not JSON, or too long' }],
      });
    }
    door.log(error);
    return sendProblem(response, { code: 'unexpected' });
  });
  return app;
}

function enter(door: Door, { headers, params }: Request): Context | null {
  const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  const orgId = String(params['orgId']);
  const who = token === undefined ? null : door.authenticate(token, orgId);
  return who === null ? null : { orgId, ...who, ports: door.ports };
}

const toExpress = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** body-parser marks what the client did wrong with a status below 500. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
