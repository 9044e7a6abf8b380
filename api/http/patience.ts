import type { IncomingMessage } from 'node:http';

/** From the first byte of a request to its last, in ms. */
export const REQUEST_MS = 30_000;
/** The same of a file that somebody who was let in hands in: 30 MB at 1 Mbit/s. */
export const FILE_MS = 300_000;

const waits = new WeakMap<IncomingMessage, (waitMs: number) => void>();

/** Gives a request so long to come in whole; `onTooSlow` ends it then. */
export function bound(request: IncomingMessage, waitMs: number, onTooSlow: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (request.complete ? undefined : onTooSlow()), ms).unref();
  };
  waits.set(request, wait);
  request.once('close', () => clearTimeout(timer));
  wait(waitMs);
}

/** A file comes with it: longer from now on. Never for strangers, whose slowness would hold connections. */
export const giveTime = (request: IncomingMessage): void => waits.get(request)?.(FILE_MS);
