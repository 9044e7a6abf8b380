import { z } from 'zod';
import { mayReadNotice } from '../../application/policies/notice';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { keptPack, paperPack } from '../pack/paperPack';

/** The same as it was kept last: where the database of the moment is slow, one small reading is enough. */
export const keptPackPageOf = () =>
  definePage({
    path: '/o/{orgId}/pack/kept',
    audience: 'member',
    policy: mayReadNotice,
    params: z.object({ orgId: OrgId }),
    async render({ ctx }) {
      return ctx === null ? { ok: false, error: { code: 'credentials.missing' } } : keptPack(ctx);
    },
  });

/** The paper pack of this moment, to be printed. */
export const packPageOf = () =>
  definePage({
    path: '/o/{orgId}/pack',
    audience: 'member',
    policy: mayReadNotice,
    params: z.object({ orgId: OrgId }),
    async render({ ctx, language }) {
      return ctx === null ? { ok: false, error: { code: 'credentials.missing' } } : paperPack(ctx, language);
    },
  });
