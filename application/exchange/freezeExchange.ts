import type { Deliverable } from '../../domain/delivery/events';
import { webhookIdOf } from '../../domain/delivery/webhookId';
import { EXCHANGE_FORMAT, type Said } from '../../domain/exchange/message';
import { sealHeader } from '../journal/sealHeader';
import { JSON_LINES } from '../ports/documents';
import type { Context } from '../ports/ports';
import type { Peer } from './peers';

/** `id` is unique within the subject; `partyId` is our record of who is told; `at`, when it was said. */
export type Exchange = { id: string; partyId: string; peer: Peer; at: string; said: Said };

/**
 * What is told to another installation, sealed once and stored as mails are; it leaves by the engine after the entry that
 * holds it. Nothing where the operator serves no exchange; a key that does not sign holds no notice back.
 */
export async function freezeExchange(
  ctx: Context,
  subjectId: string,
  { id, partyId, peer, at, said }: Exchange,
): Promise<Deliverable[]> {
  const { orgId, ports } = ctx;
  if (ports.carriers.exchange === null) return [];
  const origin = ports.proofs.notary.origin(orgId);
  const header = { format: EXCHANGE_FORMAT, origin, to: peer.name, madeAt: at, said };
  const text = await sealHeader(ctx, header).catch(() => null);
  if (text === null) return [];
  const document = { address: peer.url, mediaType: JSON_LINES, bytes: Buffer.from(text, 'utf8') };
  const documentId = await ports.documents.put(orgId, subjectId, document);
  const to = { kind: 'organisation' as const, id: partyId };
  return [{ id, to, channel: 'exchange', documentId, messageId: webhookIdOf(orgId, subjectId, id), envelopeId: '' }];
}
