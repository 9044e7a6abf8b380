import {
  type EnvelopeHeader,
  ENVELOPE_FORMAT,
  hashOfLines,
  lineOf,
  sealLine,
  sealText,
} from '../../domain/journal/portable';
import type { Context } from '../ports/ports';

export type Envelope = Pick<EnvelopeHeader, 'notice' | 'checkpointHash' | 'documents' | 'madeAt'>;

/**
 * The signed envelope of one notice version between two organisations: the same bytes by HTTPS or inside one installation. `madeAt` is when the
 * version was frozen: made again, it is the same. It carries a checkpoint's hash, never its size, which would tell how busy others are.
 */
export async function sealEnvelope(
  ctx: Context,
  { notice, checkpointHash, documents, madeAt }: Envelope,
): Promise<string> {
  const { orgId, ports } = ctx;
  const { notary } = ports.proofs;
  const origin = notary.origin(orgId);
  const line = lineOf({ format: ENVELOPE_FORMAT, origin, orgId, madeAt, notice, checkpointHash, documents });
  const hash = hashOfLines();
  hash.add(line);
  return line + sealLine(await notary.sign(orgId, sealText(origin, hash.hex())));
}
