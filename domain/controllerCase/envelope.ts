import { z } from 'zod';
import { NoticeFacts } from '../exchange/noticeFacts';
import { ENVELOPE_FORMAT } from '../journal/portable';
import { readSealed, type SealFault } from '../journal/sealed';
import { Instant } from '../shared/instant';
import { sha256 } from '../shared/sha256';
import { OpaqueId } from '../shared/words';
import { VersionKind } from '../notice/events';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Header = z.strictObject({
  format: z.literal(ENVELOPE_FORMAT),
  origin: z.string().min(1).max(300),
  orgId: z.string().min(1).max(100),
  madeAt: Instant,
  notice: z.strictObject({
    id: OpaqueId,
    reference: z.string().min(1).max(100),
    version: z.int().positive().max(10_000),
    kind: VersionKind,
  }),
  checkpointHash: Sha256.nullable(),
  documents: z.array(z.strictObject({ mediaType: z.string().max(100), sha256: Sha256 })).max(20),
  facts: z.json().exactOptional(), // of a later version of Vigie, too: what is not understood is not read
});
/** What an envelope says, and the note whose signature is still to be checked. `hash`: SHA-256 of its bytes. */
export type ReadEnvelope = {
  header: Omit<z.infer<typeof Header>, 'facts'>;
  facts: NoticeFacts | null;
  note: string;
  hash: string;
};

/**
 * The signed envelope of another organisation, as its bytes came (docs/formats.md section 5). Whether the seal is of this
 * very header is looked at here; whether its sender's key made it is the caller's to check.
 *
 * @returns a sentence that says what is wrong where it is no envelope
 */
export function readEnvelope(text: string): ReadEnvelope | string {
  const read = readSealed(text, Header);
  if (typeof read === 'string') return faults[read];
  const { facts, ...header } = read.header;
  const said = NoticeFacts.safeParse(facts);
  return { header, facts: said.success ? said.data : null, note: read.note, hash: sha256(text) };
}

const faults: Record<SealFault, string> = {
  lines: 'is no envelope: it has two lines, each ended',
  unreadable: 'is no envelope that this version can read',
  rewritten: 'was written anew: its bytes are not those that were sealed',
  altered: 'was changed after it was sealed: its seal is of another header',
};
