import { seatOrganisation } from '../../../application/organisation/seatOrganisation';
import { maySeat } from '../../../application/policies/organisation';
import { NewSeat } from '../../../domain/authority/seat';
import { defineAddition } from '../../http/defineRoute';
import { orgParams, Written } from '../../http/fields';

export const seatRoutes = [
  defineAddition({
    path: '/api/v1/organisations/{orgId}/seat',
    operationId: 'seatOrganisation',
    summary: 'Say where the organisation is established',
    description:
      'It decides which authority is told of a breach (GDPR Arts 55 and 56). Cases opened from now on start from it; those that are open keep what they say, and are corrected in their own record.',
    tag: 'organisation',
    policy: maySeat,
    params: orgParams,
    body: NewSeat,
    status: 201,
    response: Written,
    example: {
      body: { publicBody: false, establishments: ['FR', 'BE'], mainEstablishment: 'FR' },
      response: { seq: 9 },
    },
    async handler(ctx, { body: seat, key }) {
      const seated = await seatOrganisation({ ctx, input: { key, seat } });
      return seated.ok ? { ok: true, value: { body: seated.value } } : seated;
    },
  }),
];
