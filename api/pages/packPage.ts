import { z } from 'zod';
import { mayReadNotice } from '../../application/policies/notice';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { paperPack } from '../pack/paperPack';

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
