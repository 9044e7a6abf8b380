import { refused, type Result } from '../../domain/shared/errors';
import { mayAmendAgreement } from '../policies/agreement';
import type { Call } from '../ports/ports';
import { changeAgreement } from './changeAgreement';
import { endSigningLinks } from './signingLinks';
import type { WrittenAgreement } from './recordAgreement';

export type WithdrawAmendment = { agreementId: string; key: string; reason: string; decided?: number | undefined };

/** A proposal that is not to be signed after all. */
export async function withdrawAmendment({ ctx, input }: Call<WithdrawAmendment>): Promise<Result<WrittenAgreement>> {
  if (!mayAmendAgreement(ctx)) return refused({ code: 'actor.forbidden' });
  const { reason, ...rest } = input;
  const withdrawn = await changeAgreement(ctx, { ...rest, command: { kind: 'amendment.withdraw', reason } });
  if (withdrawn.ok && withdrawn.value.created) {
    await endSigningLinks(ctx, rest.agreementId, ctx.ports.now().toISOString());
  }
  return withdrawn;
}
