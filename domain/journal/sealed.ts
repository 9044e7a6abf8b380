import { z } from 'zod';
import { canonical, type Json } from '../shared/jcs';
import { readNote } from './note';
import { hashOfLines, lineOf, sealText } from './portable';

const Seal = z.strictObject({ seal: z.string().max(2_000) });

/** `note` is the seal, whose signature is still to be checked by the key of `header.origin`. */
export type Sealed<H> = { header: H; note: string };

/** `lines`: not two; `unreadable`: of no format known here; `rewritten`: not the bytes that were sealed; `altered`: a seal of something else. */
export type SealFault = 'lines' | 'unreadable' | 'rewritten' | 'altered';

/**
 * Reads two lines: a header as canonical JSON (RFC 8785), and the seal over it (docs/formats.md section 5). No key is looked
 * at. Members that the schema does not have are of a later version: the seal covers them, and they are not read (ADR 0052).
 */
export function readSealed<H extends { origin: string }>(text: string, schema: z.ZodType<H>): Sealed<H> | SealFault {
  const [first = '', second = '', rest, ...more] = text.split('\n');
  if (rest !== '' || more.length > 0) return 'lines';
  const value = parsed(first);
  const known = knownOf(schema, value);
  const seal = Seal.safeParse(parsed(second));
  if (known === null || !seal.success) return 'unreadable';
  const { header } = known;
  const isAsSealed = isLine(value, first) && canonical(header as Json) === canonical(known.value);
  if (!isAsSealed || lineOf(seal.data) !== `${second}\n`) return 'rewritten';
  const hash = hashOfLines();
  hash.add(`${first}\n`);
  const note = readNote(seal.data.seal);
  if (note === null || note.text !== sealText(header.origin, hash.hex())) return 'altered';
  return { header, note: seal.data.seal };
}

/** Objects in objects that have members of a later version, at most: each is found once what holds it is known. */
const MOST_PASSES = 8;

/** The header, and what it was read from: the line without the members that this version does not know. */
function knownOf<H>(schema: z.ZodType<H>, line: Json): { header: H; value: Json } | null {
  let value = line;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const read = schema.safeParse(value);
    if (read.success) return { header: read.data, value };
    const unknown = read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
    );
    if (unknown.length === 0) return null;
    value = without(value, unknown);
  }
  return null;
}

function without(value: Json, paths: readonly (readonly PropertyKey[])[]): Json {
  const copy = structuredClone(value);
  for (const path of paths) {
    let place: unknown = copy;
    for (const step of path.slice(0, -1)) place = (place as Record<PropertyKey, unknown>)[step];
    delete (place as Record<PropertyKey, unknown>)[path.at(-1) ?? ''];
  }
  return copy;
}

/** What a later version says may have no canonical form. */
function isLine(value: Json, line: string): boolean {
  try {
    return canonical(value) === line;
  } catch {
    return false;
  }
}

function parsed(line: string): Json {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}
