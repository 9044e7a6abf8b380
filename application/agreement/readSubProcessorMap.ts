import { type MappedFirm, subProcessorMap } from '../../domain/agreement/subProcessorMap';
import { versionAt } from '../../domain/agreement/versions';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadAgreements } from '../policies/agreement';
import type { Context } from '../ports/ports';

/** More agreements than one organisation has. */
const MOST_AGREEMENTS = 1_000;

/** Who processes under us today, from the annexes in force; a contract whose text was erased names nobody. */
export async function readSubProcessorMap({ ctx }: { ctx: Context }): Promise<Result<MappedFirm[]>> {
  if (!mayReadAgreements(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const now = ports.now().toISOString();
  const agreements = await ports.projections.list(orgId, 'agreement', { limit: MOST_AGREEMENTS });
  const annexes = agreements.flatMap((agreement) => {
    const document = versionAt(agreement, now)?.document ?? null;
    return document === null ? [] : [{ agreementId: agreement.id, reference: agreement.reference, document }];
  });
  return done(subProcessorMap(annexes, now.slice(0, 10)));
}
