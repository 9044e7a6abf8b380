import type { Context } from '../../application/ports/ports';
import { tellOfVulnerabilities } from '../../application/vulnerability/tellOfVulnerabilities';
import { unwrap } from '../unwrap';
import { GRACE_MS } from './catchUp';

/** Controllers of whom nobody has been told of a proven vulnerability two minutes after, by the relay's own use case (duty S3-10). */
export async function tellOfLate(ctx: Context): Promise<string[]> {
  const { acts } = unwrap(await tellOfVulnerabilities({ ctx, graceMs: GRACE_MS }));
  return acts === 0 ? [] : ['tellOfVulnerabilities'];
}
