import { z } from 'zod';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { leftOutFile } from '../../registers/leftOutFile';

/** "Which rows were left out, all of them?" */
export const leftOutFileOf = () =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/recipients/{listId}/left-out.csv',
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId, controllerCaseId: Id, listId: Id }),
    async render({ ctx, language, params: { controllerCaseId: caseId, listId } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      return leftOutFile(ctx, { caseId, listId }, language);
    },
  });
