import { readDeliveryStatus } from '../../domain/delivery/deliveryStatus';
import { readEnvelopeId } from '../../domain/delivery/envelopeId';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Ports } from '../ports/ports';
import { type Received, receiveReport } from './receiveReport';

/**
 * A report that came by mail, where nobody says whose it is: the ENVID does. Where a relay dropped that, each
 * organisation is asked for the Message-ID, of which at most one knows it.
 */
export async function receiveBounce(ports: Ports, raw: Buffer): Promise<Result<Received>> {
  const status = readDeliveryStatus(raw);
  if (status === null) return refused({ code: 'report.unreadable' });
  const known = await ports.journal.organisations();
  const named = status.envelopeId === null ? null : readEnvelopeId(status.envelopeId);
  for (const orgId of named === null ? known : known.filter((one) => one === named.orgId)) {
    const actor = { kind: 'system' as const, id: 'bounces' };
    const received = await receiveReport({ ctx: { orgId, actor, roles: [], ports }, input: { raw } });
    if (received.ok) return done(received.value);
    if (received.error.code !== 'report.unmatched') return received;
  }
  return refused({ code: 'report.unmatched' });
}
