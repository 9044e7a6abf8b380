import type { AmendedAnnex1 } from '../../domain/agreement/annex1';
import { refused, type Result } from '../../domain/shared/errors';
import { mayAmendAgreement } from '../policies/agreement';
import type { Call } from '../ports/ports';
import { changeAgreement } from './changeAgreement';
import type { WrittenAgreement } from './recordAgreement';

export type ProposeAmendment = {
  agreementId: string;
  key: string;
  document: AmendedAnnex1;
  decided?: number | undefined;
};

/** The whole document as it will read. It is not in force before both sides have signed its hash (duty S3-20). */
export async function proposeAmendment({ ctx, input }: Call<ProposeAmendment>): Promise<Result<WrittenAgreement>> {
  if (!mayAmendAgreement(ctx)) return refused({ code: 'actor.forbidden' });
  const { document, ...rest } = input;
  return changeAgreement(ctx, { ...rest, command: { kind: 'amendment.propose', document } });
}
