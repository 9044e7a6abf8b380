import { z } from 'zod';
import { renameOrganisation } from '../../../application/organisation/renameOrganisation';
import { mayRename } from '../../../application/policies/organisation';
import { Line } from '../../../domain/shared/words';
import { defineAddition } from '../../http/defineRoute';
import { orgParams, Written } from '../../http/fields';

const NewName = z
  .strictObject({ name: Line.meta({ description: 'legal name, as letters will say it' }) })
  .meta({ id: 'NewName', description: 'What the organisation is called from now on' });

export const renameRoutes = [
  defineAddition({
    path: '/api/v1/organisations/{orgId}/name',
    operationId: 'renameOrganisation',
    summary: 'Name the organisation',
    description: 'Letters say it from now on; what has left keeps the name that it bore.',
    tag: 'organisation',
    policy: mayRename,
    params: orgParams,
    body: NewName,
    status: 201,
    response: Written,
    example: { body: { name: 'Slime SAS' }, response: { seq: 9 } },
    async handler(ctx, { body: { name }, key }) {
      const renamed = await renameOrganisation({ ctx, input: { key, name } });
      return renamed.ok ? { ok: true, value: { body: renamed.value } } : renamed;
    },
  }),
];
