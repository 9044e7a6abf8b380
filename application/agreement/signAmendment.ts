import { refused, type Result } from '../../domain/shared/errors';
import { HOUR_MS, plusMs } from '../../domain/shared/instant';
import { maySignForController, maySignForProcessor } from '../policies/agreement';
import type { Call } from '../ports/ports';
import { changeAgreement } from './changeAgreement';
import type { WrittenAgreement } from './recordAgreement';
import { endSigningLinks, type SigningLink } from './signingLinks';

/** The hash is that of the document which the signer has read. */
export type Signature = { key: string; documentHash: string; name: string; function: string };

/** Who has signed may read and print the confirmation for this long; the link opens nothing after. */
const READ_AGAIN_MS = HOUR_MS;

/** Our side: a person of management. */
export async function signForProcessor({
  ctx,
  input,
}: Call<Signature & { agreementId: string }>): Promise<Result<WrittenAgreement>> {
  if (!maySignForProcessor(ctx)) return refused({ code: 'actor.forbidden' });
  const { agreementId, key, ...signature } = input;
  const signer = { side: 'processor' as const, id: ctx.actor.id };
  return changeAgreement(ctx, { agreementId, key, command: { kind: 'amendment.sign', signer, ...signature } });
}

/** Their side: the holder of a contact's link, recorded as who they say that they are. */
export async function signForController({
  ctx,
  input,
}: Call<Signature & { link: SigningLink }>): Promise<Result<WrittenAgreement>> {
  const { link, key, ...signature } = input;
  if (!maySignForController(ctx) || link.orgId !== ctx.orgId) return refused({ code: 'actor.forbidden' });
  const signer = { side: 'controller' as const, id: link.contactId };
  const { agreementId } = link;
  const signed = await changeAgreement(ctx, {
    agreementId,
    key,
    command: { kind: 'amendment.sign', signer, ...signature },
  });
  const endsAt = plusMs(ctx.ports.now().toISOString(), READ_AGAIN_MS);
  if (signed.ok && signed.value.created) await endSigningLinks(ctx, agreementId, endsAt);
  return signed;
}
