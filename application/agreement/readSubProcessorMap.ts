import { type MappedFirm, subProcessorMap } from '../../domain/agreement/subProcessorMap';
import { versionAt } from '../../domain/agreement/versions';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadAgreements } from '../policies/agreement';
import type { Context } from '../ports/ports';
import { allAgreements } from './allAgreements';

/**
 * Who processes under us, from the annexes in force at an instant; a contract whose text was erased names nobody.
 *
 * @param at UTC; left out: now
 */
export async function readSubProcessorMap({ ctx, at }: { ctx: Context; at?: string }): Promise<Result<MappedFirm[]>> {
  if (!mayReadAgreements(ctx)) return refused({ code: 'actor.forbidden' });
  const now = at ?? ctx.ports.now().toISOString();
  const agreements = await allAgreements(ctx);
  const annexes = agreements.flatMap((agreement) => {
    const document = versionAt(agreement, now)?.document ?? null;
    return document === null ? [] : [{ agreementId: agreement.id, reference: agreement.reference, document }];
  });
  return done(subProcessorMap(annexes, now));
}
