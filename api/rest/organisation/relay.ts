import { z } from 'zod';
import { testRelay } from '../../../application/organisation/testRelay';
import { maySetRelay } from '../../../application/policies/organisation';
import { defineAddition } from '../../http/defineRoute';
import { orgParams } from '../../http/fields';

const Nothing = z.strictObject({}).meta({ id: 'RelayTestAsked', description: 'Nothing to say' });

const Tested = z
  .strictObject({
    relay: z.string().meta({ description: 'host and port of the relay' }),
    accepted: z.boolean().meta({ description: 'true: it took the mail, and the banner "the relay is untested" ends' }),
    replyCode: z.int().nullable().meta({ description: 'SMTP reply code, when there was one' }),
    step: z.string().nullable().meta({ description: 'where it stopped; null if it did not' }),
    encrypted: z.boolean().nullable().meta({ description: 'reached over TLS; null if it was not taken' }),
    deliveryStatus: z
      .boolean()
      .nullable()
      .meta({ description: 'offers delivery status notices (RFC 3461); null if it was not taken' }),
  })
  .meta({ id: 'RelayTested', description: 'What the test showed of the relay' });

export const relayRoutes = [
  defineAddition({
    path: '/api/v1/organisations/{orgId}/relay-test',
    operationId: 'testRelay',
    summary: 'Test the mail relay',
    description:
      'Sends you a mail that says nothing of any incident. Until the relay has taken one, each page says that it is untested. Nothing of a demonstration is tested.',
    tag: 'organisation',
    policy: maySetRelay,
    params: orgParams,
    body: Nothing,
    status: 200,
    response: Tested,
    example: {
      body: {},
      response: {
        relay: 'smtp.exemple.fr:587',
        accepted: true,
        replyCode: 250,
        step: null,
        encrypted: true,
        deliveryStatus: true,
      },
    },
    async handler(ctx, { key }) {
      const tested = await testRelay({ ctx, input: { key } });
      if (!tested.ok) return tested;
      const { relay, test } = tested.value;
      const body = test.accepted
        ? { relay, ...test, step: null }
        : { relay, ...test, encrypted: null, deliveryStatus: null };
      return { ok: true, value: { body } };
    },
  }),
];
