import type { Agreement } from '../../domain/agreement/fold';
import type { Context } from '../ports/ports';

/** More than one organisation has. */
const MOST_AGREEMENTS = 1_000;

/** Every agreement of the organisation, newest first. */
export const allAgreements = ({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<Agreement[]> =>
  ports.projections.list(orgId, 'agreement', { limit: MOST_AGREEMENTS });
