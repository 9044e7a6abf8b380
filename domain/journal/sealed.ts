import { z } from 'zod';
import type { Json } from '../shared/jcs';
import { readNote } from './note';
import { hashOfLines, lineOf, sealText } from './portable';

const Seal = z.strictObject({ seal: z.string().max(2_000) });

/** `note` is the seal, whose signature is still to be checked by the key of `header.origin`. */
export type Sealed<H> = { header: H; note: string };

/** `lines`: not two; `unreadable`: of no format known here; `rewritten`: not the bytes that were sealed; `altered`: a seal of something else. */
export type SealFault = 'lines' | 'unreadable' | 'rewritten' | 'altered';

/**
 * Reads two lines: a header as canonical JSON (RFC 8785), and the seal over it (docs/formats.md section 5). No key is looked
 * at.
 */
export function readSealed<H extends { origin: string }>(text: string, schema: z.ZodType<H>): Sealed<H> | SealFault {
  const [first = '', second = '', rest, ...more] = text.split('\n');
  if (rest !== '' || more.length > 0) return 'lines';
  const header = schema.safeParse(parsed(first));
  const seal = Seal.safeParse(parsed(second));
  if (!header.success || !seal.success) return 'unreadable';
  if (lineOf(header.data as Json) !== `${first}\n` || lineOf(seal.data) !== `${second}\n`) return 'rewritten';
  const hash = hashOfLines();
  hash.add(`${first}\n`);
  const note = readNote(seal.data.seal);
  if (note === null || note.text !== sealText(header.data.origin, hash.hex())) return 'altered';
  return { header: header.data, note: seal.data.seal };
}

function parsed(line: string): Json {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}
