import type { Token } from '../../domain/organisation/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { readOrganisation } from '../organisation/readOrganisation';
import { mayReadTokens } from '../policies/organisation';
import type { Call } from '../ports/ports';

/** Every token that was ever issued, in order; secrets are nowhere. */
export async function listTokens({ ctx }: Pick<Call<null>, 'ctx'>): Promise<Result<Token[]>> {
  if (!mayReadTokens(ctx)) return refused({ code: 'actor.forbidden' });
  const read = await readOrganisation({ ctx });
  return read.ok ? done(read.value.tokens) : read;
}
