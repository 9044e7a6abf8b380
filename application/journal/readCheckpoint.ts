import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadJournal } from '../policies/journal';
import type { Call } from '../ports/ports';
import type { Checkpoint } from '../ports/signedHeads';

/** The newest signed head, and the public key that checks it: to be compared with one that came another way. */
export async function readCheckpoint({
  ctx,
}: Pick<Call<null>, 'ctx'>): Promise<Result<Checkpoint & { verifierKey: string }>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { heads, notary } = ctx.ports.proofs;
  const checkpoint = await heads.newest(ctx.orgId);
  if (checkpoint === null) return refused({ code: 'checkpoint.missing' });
  return done({ ...checkpoint, verifierKey: await notary.verifierKey(ctx.orgId) });
}
