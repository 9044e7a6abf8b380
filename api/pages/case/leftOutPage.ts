import { z } from 'zod';
import { mayCommandCase, mayReadCases } from '../../../application/policies/controllerCase';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { leftOutFile } from '../../registers/leftOutFile';
import { unreachedFile } from '../../registers/unreachedFile';

const params = z.object({ orgId: OrgId, controllerCaseId: Id, listId: Id });

/** "Which rows were left out, all of them?" */
export const leftOutFileOf = () =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/recipients/{listId}/left-out.csv',
    audience: 'member',
    policy: mayReadCases,
    params,
    async render({ ctx, language, params: { controllerCaseId: caseId, listId } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      return leftOutFile(ctx, { caseId, listId }, language);
    },
  });

/** "Whom did our mails not reach?" It names persons: only for who may send to them. */
export const unreachedFileOf = () =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/recipients/{listId}/not-reached.csv',
    audience: 'member',
    policy: (asker) => mayCommandCase(asker, 'persons.send'),
    params,
    async render({ ctx, language, params: { controllerCaseId: caseId, listId } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      return unreachedFile(ctx, { caseId, listId }, language);
    },
  });
