import { PassThrough, type Readable } from 'node:stream';
import type { Request } from 'express';

/** Longer than any file that is taken: a request has its time to come in, and storing it may take longer than that. */
const AHEAD_BYTES = 32_000_000;

/**
 * What comes with a request, taken as it comes, ahead of whoever works on it. It fails where the sender breaks off; what
 * nobody reads of it is let go, so that an answer can be given.
 *
 * @param aheadBytes how far ahead
 */
export function readAhead(source: Readable, request: Request, aheadBytes = AHEAD_BYTES): Readable {
  const ahead = new PassThrough({ highWaterMark: aheadBytes });
  ahead.on('error', () => undefined); // heard by whoever reads it
  ahead.once('close', () => void source.resume());
  request.once('close', () => {
    if (!request.complete) ahead.destroy(new Error('the sender has gone'));
  });
  return source.pipe(ahead);
}
