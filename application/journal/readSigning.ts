import { foldSigning, type SigningRefusal } from '../../domain/journal/signing';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadJournal } from '../policies/journal';
import type { Call, Context } from '../ports/ports';

/** Every time the signer stopped because the journal contradicts what was signed, oldest first, with who accepted it. */
export async function readSigning({ ctx }: Pick<Call<never>, 'ctx'>): Promise<Result<SigningRefusal[]>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  return done(await signingOf(ctx));
}

/** For use cases that have let their actor in. */
export async function signingOf({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<SigningRefusal[]> {
  return foldSigning(await ports.journal.readSubject(orgId, { kind: 'organisation', id: orgId }, 0));
}
