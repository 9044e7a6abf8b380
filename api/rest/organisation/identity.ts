import { describeOrganisation } from '../../../application/organisation/describeOrganisation';
import { mayDescribe } from '../../../application/policies/organisation';
import { NewIdentity } from '../../../domain/authority/identity';
import { defineAddition } from '../../http/defineRoute';
import { orgParams, Written } from '../../http/fields';

export const identityRoutes = [
  defineAddition({
    path: '/api/v1/organisations/{orgId}/identity',
    operationId: 'describeOrganisation',
    summary: 'Say what the authority’s form asks of the organisation',
    description:
      'Number, sector, staff, address, legal representative: every fill-in sheet starts from it where the record of its case is silent. The whole is said at once; what is left out is not known.',
    tag: 'organisation',
    policy: mayDescribe,
    params: orgParams,
    body: NewIdentity,
    status: 201,
    response: Written,
    example: {
      body: { siren: '732829320', sector: 'J', staff: 40, country: 'FR' },
      response: { seq: 9 },
    },
    async handler(ctx, { body: identity, key }) {
      const described = await describeOrganisation({ ctx, input: { key, identity } });
      return described.ok ? { ok: true, value: { body: described.value } } : described;
    },
  }),
];
