import type { Request, Response } from 'express';
import { languageOf } from '../sessions/language';
import type { Door } from './door';
import { PAGE_CSP } from './guardHeaders';
import { type ApiError, headersOf, problemTable, sendProblem } from './problems';
import type { RenderProblem } from './showPage';

export type Refuse = (request: Request, response: Response, error: ApiError) => void | Promise<void>;

/** Refuses what no route or page has answered: a person who looks through a browser gets a page, programs get JSON. */
export const createRefuse =
  ({ ports }: Pick<Door, 'ports'>, renderProblem: RenderProblem): Refuse =>
  async (request, response, error) => {
    if (!isBrowsing(request)) return sendProblem(response, error);
    const reader = { language: languageOf(request, null), now: ports.now(), params: {} };
    const html = await renderProblem(error, reader);
    response.status(problemTable[error.code].status).set(headersOf(error)).set('Content-Security-Policy', PAGE_CSP);
    response.type('html').end(html);
  };

/** Browsers name HTML first; programs name JSON, or take anything. */
export const isBrowsing = (request: Request): boolean =>
  !/^\/(api|health)\//.test(request.path) && request.accepts(['json', 'html']) === 'html';
