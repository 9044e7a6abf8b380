import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ENVELOPE_FORMAT, hashOfLines, lineOf, sealText } from '../journal/portable';
import { readNote } from '../journal/note';
import { Instant } from '../shared/instant';
import type { Json } from '../shared/jcs';
import { VersionKind } from '../notice/events';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Header = z.strictObject({
  format: z.literal(ENVELOPE_FORMAT),
  origin: z.string().min(1).max(300),
  orgId: z.string().min(1).max(100),
  madeAt: Instant,
  notice: z.strictObject({
    id: z.string().min(1).max(100),
    reference: z.string().min(1).max(100),
    version: z.int().positive().max(10_000),
    kind: VersionKind,
  }),
  checkpointHash: Sha256.nullable(),
  documents: z.array(z.strictObject({ mediaType: z.string().max(100), sha256: Sha256 })).max(20),
});
const Seal = z.strictObject({ seal: z.string().max(2_000) });

/** What an envelope says, and the note whose signature is still to be checked. `hash`: SHA-256 of its bytes. */
export type ReadEnvelope = { header: z.infer<typeof Header>; note: string; hash: string };

/**
 * The signed envelope of another organisation, as its bytes came (docs/formats.md section 5). Whether the seal is of this
 * very header is looked at here; whether its sender's key made it is the caller's to check.
 *
 * @returns a sentence that says what is wrong where it is no envelope
 */
export function readEnvelope(text: string): ReadEnvelope | string {
  const [first = '', second = '', rest, ...more] = text.split('\n');
  if (rest !== '' || more.length > 0) return 'is no envelope: it has two lines, each ended';
  const header = Header.safeParse(parsed(first));
  const seal = Seal.safeParse(parsed(second));
  if (!header.success || !seal.success) return 'is no envelope that this version can read';
  if (lineOf(header.data) !== `${first}\n` || lineOf(seal.data) !== `${second}\n`) {
    return 'was written anew: its bytes are not those that were sealed';
  }
  const hash = hashOfLines();
  hash.add(`${first}\n`);
  const note = readNote(seal.data.seal);
  if (note === null || note.text !== sealText(header.data.origin, hash.hex())) {
    return 'was changed after it was sealed: its seal is of another header';
  }
  return { header: header.data, note: seal.data.seal, hash: createHash('sha256').update(text).digest('hex') };
}

function parsed(line: string): Json {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}
