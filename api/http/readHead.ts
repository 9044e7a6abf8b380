import type { Request } from 'express';
import { isOneOf } from './readBody';
import { readAhead } from './readAhead';

/** The two lines of a message that brings a document: a few ids, a hash and a name. */
const LONGEST_HEAD = 10_000;
const AHEAD_BYTES = 64_000;
const NEWLINE = 10;

/** `rest`: what comes after the two lines, while it comes; `end`: what nobody has read of it is let go. */
export type Head = { text: string; rest: AsyncIterable<Buffer>; end(): void };

/** Two lines, and the rest unread; null for another type, or where no two lines come within their bounds. */
export async function readHead(request: Request, mediaType: string): Promise<Head | null> {
  if (!isOneOf(request, [mediaType])) return null;
  const source = readAhead(request, request, AHEAD_BYTES);
  const end = (): void => void source.destroy();
  const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  for (;;) {
    const first = head.indexOf(NEWLINE);
    const second = first < 0 ? -1 : head.indexOf(NEWLINE, first + 1);
    if (second >= 0 && second < LONGEST_HEAD) {
      const text = head.subarray(0, second + 1).toString('utf8');
      return { text, rest: following(head.subarray(second + 1), chunks), end };
    }
    const next = head.length > LONGEST_HEAD ? null : await chunks.next();
    if (next === null || next.done === true) {
      end();
      return null;
    }
    head = Buffer.concat([head, next.value]);
  }
}

async function* following(first: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}
