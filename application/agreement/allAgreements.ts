import type { Agreement } from '../../domain/agreement/fold';
import type { Context } from '../ports/ports';

/** Agreements read in one go. */
const CHUNK = 1_000;

/** Every agreement of the organisation, newest first. */
export async function allAgreements({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<Agreement[]> {
  const found: Agreement[] = [];
  for (let after: string | undefined; ; after = found.at(-1)?.id) {
    const page = await ports.projections.list(orgId, 'agreement', {
      limit: CHUNK,
      ...(after !== undefined && { after }),
    });
    found.push(...page);
    if (page.length < CHUNK) return found;
  }
}
