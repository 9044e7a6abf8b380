import { z } from 'zod';
import { reportEvent } from '../../../application/incident/reportEvent';
import { whoIsTold } from '../../../application/incident/whoIsTold';
import { maySignal } from '../../../application/policies/incident';
import { Signal as SignalCommand } from '../../../domain/incident/commands';
import { faultsOfLooseReport } from '../../../domain/incident/decide';
import { Role } from '../../../domain/shared/roles';
import { defineAddition } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';

const Signal = SignalCommand.extend({}).meta({
  id: 'Signal',
  description: 'What somebody or something saw: four things are needed, the rest may come later',
});

const Receipt = z
  .strictObject({
    receipt: z.string().meta({ description: 'number for the declarant, `SIG-…`: it names the journal entry' }),
    incidentId: Id.meta({ description: 'opaque id under which it is followed' }),
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
    told: z
      .strictObject({
        roles: z
          .array(Role)
          .meta({ description: 'roles to whose people a mail leaves at once; empty: nobody is told, telephone' }),
        caught: z.boolean().meta({ description: 'mails are caught here: nobody is told yet, telephone' }),
      })
      .meta({ description: 'who is told of it by mail, as things stand' }),
    revision: z.int().positive().meta({ description: 'first revision of the event; its ETag' }),
  })
  .meta({ id: 'Receipt', description: 'It is recorded, and will be looked into' });

export const signalRoutes = [
  defineAddition({
    path: '/api/v1/organisations/{orgId}/signals',
    operationId: 'signal',
    summary: 'Signal an event',
    description:
      'For persons and tools, in one call. The declarant gets a numbered receipt; `told` says who gets a mail of it at once. An instant up to 60 s ahead of our clock is taken as now.',
    tag: 'signals',
    policy: maySignal,
    params: orgParams,
    body: Signal,
    loose: faultsOfLooseReport,
    status: 201,
    response: Receipt,
    example: {
      body: {
        text: 'Ordinateur portable volé dans un train.',
        source: 'person',
        alertedAt: '2026-05-13T07:50:00.000Z',
        declarant: { email: 'lou@exemple.fr' },
      },
      response: {
        receipt: 'SIG-2026-9',
        incidentId: '0199e1f0-0000-7000-8000-000000000010',
        seq: 9,
        told: { roles: ['DPO', 'DIR'], caught: false },
        revision: 1,
      },
    },
    async handler(ctx, { body, key }) {
      const reported = await reportEvent({ ctx, input: { key, signal: body } });
      if (!reported.ok) return reported;
      const { id, ref, seq, revision } = reported.value;
      const told = await whoIsTold(ctx, body.looksLike);
      return { ok: true, value: { body: { receipt: ref, incidentId: id, seq, told, revision } } };
    },
  }),
];
