import type { NextFunction, Request, Response } from 'express';
import { sendProblem } from './problems';

const MOST_HEADERS = 100;

export const PAGE_CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** JSON and documents run and load nothing, wherever they are opened. */
const DATA_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

const GUARDS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': DATA_CSP,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const HSTS = 'max-age=31536000; includeSubDomains';

/** On every answer, also on refusals. A page loosens the policy for itself alone. */
export function guardHeaders(isHttps: boolean) {
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set(GUARDS);
    if (isHttps) response.set('Strict-Transport-Security', HSTS);
    if (request.rawHeaders.length > 2 * MOST_HEADERS) return sendProblem(response, { code: 'headers.tooLarge' });
    return next();
  };
}
