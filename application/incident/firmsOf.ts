import { newestSigned } from '../../domain/agreement/versions';
import type { Around } from '../../domain/incident/around';
import { allAgreements } from '../agreement/allAgreements';
import type { Context } from '../ports/ports';

/** What we are called, and the controller of each agreement as its newest version names it; erased ones have no name. */
export async function firmsOf(ctx: Pick<Context, 'orgId' | 'ports'>): Promise<Around['firms']> {
  const { orgId, ports } = ctx;
  const [organisation, agreements] = await Promise.all([
    ports.projections.read(orgId, 'organisation', orgId),
    allAgreements(ctx),
  ]);
  const documents = agreements.flatMap((agreement) => {
    const document = newestSigned(agreement)?.document ?? null;
    return document === null ? [] : [{ agreementId: agreement.id, document }];
  });
  const own = documents.map(({ document }) => document.processor.name);
  return {
    own: [...new Set([...(organisation === null ? [] : [organisation.name]), ...own])],
    controllers: documents.map(({ agreementId, document }) => ({ agreementId, name: document.controller.name })),
  };
}
