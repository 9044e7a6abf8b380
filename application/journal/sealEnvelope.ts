import type { NoticeFacts } from '../../domain/exchange/noticeFacts';
import { type EnvelopeHeader, ENVELOPE_FORMAT } from '../../domain/journal/portable';
import { plain } from '../../domain/shared/plain';
import type { Context } from '../ports/ports';
import { sealHeader } from './sealHeader';

export type Envelope = Pick<EnvelopeHeader, 'notice' | 'checkpointHash' | 'documents' | 'madeAt'> & {
  facts: NoticeFacts | null;
};

/**
 * The signed envelope of one notice version between two organisations: the same bytes by HTTPS or inside one installation. `madeAt` is when the
 * version was frozen: made again, it is the same. It carries a checkpoint's hash, never its size, which would tell how busy others are.
 */
export function sealEnvelope(
  ctx: Context,
  { notice, checkpointHash, documents, madeAt, facts }: Envelope,
): Promise<string> {
  const { orgId, ports } = ctx;
  const origin = ports.proofs.notary.origin(orgId);
  const header = { format: ENVELOPE_FORMAT, origin, orgId, madeAt, notice, checkpointHash, documents };
  return sealHeader(ctx, { ...header, ...(facts && { facts: plain(facts) }) });
}
