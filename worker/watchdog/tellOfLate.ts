import type { Context } from '../../application/ports/ports';
import { tellAtOnce } from '../../application/atOnce/tellAtOnce';
import { unwrap } from '../unwrap';
import { GRACE_MS } from './catchUp';

/** Controllers whom nobody has told of what is told at once, two minutes after, by the relay's own use case (duties S3-10, S3-17). */
export async function tellOfLate(ctx: Context): Promise<string[]> {
  const { acts } = unwrap(await tellAtOnce({ ctx, graceMs: GRACE_MS }));
  return acts === 0 ? [] : ['tellAtOnce'];
}
