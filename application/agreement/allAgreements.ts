import type { Agreement } from '../../domain/agreement/fold';
import { allSubjects } from '../entries/allSubjects';
import type { Context } from '../ports/ports';

/** Every agreement of the organisation, newest first. */
export const allAgreements = ({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<Agreement[]> =>
  allSubjects(ports.projections, orgId, 'agreement', {});

/** Whether any was recorded, whatever became of it. */
export const hasAgreement = async ({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<boolean> =>
  (await ports.projections.list(orgId, 'agreement', { limit: 1 })).length > 0;
