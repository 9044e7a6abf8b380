import { refused, type Result } from '../../domain/shared/errors';
import { type Envelope, envelopeOf } from '../notice/readEnvelope';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

/**
 * The signed envelope of what this contact, and nobody else, got of one version.
 *
 * @returns `subject.unknown` also where the journal had not been signed yet when the version left: it would prove nothing
 */
export async function readEnvelopeByLink(
  ports: Ports,
  { token, version }: { token: string; version: number },
): Promise<Result<Envelope>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const { notice } = fullCase;
  const isProved = notice.versions.some(({ number, checkpointHash }) => number === version && checkpointHash !== null);
  if (!isProved) return refused({ code: 'subject.unknown' });
  return envelopeOf(ctx, notice, { version, contactId: contact.id });
}
