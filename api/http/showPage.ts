import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { enterFor } from '../sessions/pages';
import type { Show, Shown, Visit } from './definePage';
import { PAGE_CSP } from './guardHeaders';
import { type ApiError, headersOf, problemTable } from './problems';

/** How a refusal looks in a browser. `visit`: of a page that was asked for; left out where no page answers. */
export type RenderProblem = (
  error: ApiError,
  reader: Pick<Visit, 'language' | 'now' | 'params'>,
  visit?: Visit,
) => string | Promise<string>;

/** A stranger is shown the entrance; whoever is inside is told what is wrong. */
export async function turnAway(
  response: Response,
  { error, visit }: { error: ApiError; visit: Visit },
  renderProblem: RenderProblem,
): Promise<void> {
  if (error.code === 'credentials.missing') {
    const { method, originalUrl } = response.req;
    return send(response, { goTo: method === 'GET' ? enterFor(originalUrl) : '/enter' }, visit);
  }
  response.status(problemTable[error.code].status).set(headersOf(error));
  return send(response, { html: await renderProblem(error, visit, visit) }, visit);
}

export async function show(
  response: Response,
  shown: Shown,
  visit: Visit,
  renderProblem: RenderProblem,
): Promise<void> {
  if (!shown.ok) return turnAway(response, { error: shown.error, visit }, renderProblem);
  return send(response, shown.value, visit);
}

async function send(response: Response, shown: Show, { audience }: Pick<Visit, 'audience'>): Promise<void> {
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
  if ('html' in shown) {
    if (shown.cacheSeconds !== undefined) response.set('Cache-Control', `public, max-age=${shown.cacheSeconds}`);
    response.type('html').end(shown.html);
  } else if ('lines' in shown) {
    response.attachment(shown.fileName).type(shown.mediaType);
    await pipeline(Readable.from(shown.lines), response);
  } else response.type(shown.mediaType).attachment(shown.fileName).end(shown.bytes);
}

/** Never to another place: `//evil` and `/\evil` are one for a browser. */
const isPath = (text: string): boolean => /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text);
