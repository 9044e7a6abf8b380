import { newestSigned } from '../../domain/agreement/versions';
import type { Around } from '../../domain/incident/around';
import { allAgreements } from '../agreement/allAgreements';
import { clientsAmong } from '../agreement/clientsOf';
import type { Context } from '../ports/ports';

/** What we are called by the newest contracts, and our clients. */
export async function firmsOf(ctx: Pick<Context, 'orgId' | 'ports'>): Promise<Around['firms']> {
  const { orgId, ports } = ctx;
  const [organisation, agreements] = await Promise.all([
    ports.projections.read(orgId, 'organisation', orgId),
    allAgreements(ctx),
  ]);
  const own = agreements.flatMap((agreement) => newestSigned(agreement)?.document?.processor.name ?? []);
  return {
    own: [...new Set([...(organisation === null ? [] : [organisation.name]), ...own])],
    clients: [...clientsAmong(agreements).values()],
  };
}
