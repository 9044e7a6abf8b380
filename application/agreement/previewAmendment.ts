import type { AmendedAnnex1 } from '../../domain/agreement/annex1';
import { decideAgreement } from '../../domain/agreement/decide';
import { type Difference, differences } from '../../domain/agreement/diff';
import type { Agreement } from '../../domain/agreement/fold';
import { newestSigned } from '../../domain/agreement/versions';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { mayAmendAgreement } from '../policies/agreement';
import type { Call } from '../ports/ports';

export type PreviewAmendment = { agreement: Agreement; document: AmendedAnnex1 };

/** What an amendment would change, or every reason why it may not be proposed. Nothing is written. */
export async function previewAmendment({ ctx, input }: Call<PreviewAmendment>): Promise<Result<Difference[]>> {
  if (!mayAmendAgreement(ctx)) return refused({ code: 'actor.forbidden' });
  const { agreement, document } = input;
  const proposed = decideAgreement(agreement, { kind: 'amendment.propose', document }, ctx.ports.now());
  if (!proposed.ok) return proposed;
  const { signatures: _signed, ...current } = newestSigned(agreement)?.document ?? {};
  return done(differences(current as Json, document as Json));
}
