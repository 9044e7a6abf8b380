import type { IncomingMessage } from 'node:http';

/**
 * Whether a form comes from this very place. Browsers of today say so themselves (Sec-Fetch-Site); others name the
 * origin. Who says neither is refused: that is no browser with one of our pages.
 */
export function isOwnForm({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin, host } = headers;
  if (origin === undefined) return site === 'same-origin';
  if (publicUrl !== null) return origin === new URL(publicUrl).origin;
  return origin === `http://${host}` || origin === `https://${host}`;
}
