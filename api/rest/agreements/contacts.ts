import { z } from 'zod';
import { noteContactCall } from '../../../application/agreement/noteContactCall';
import { SentChannel, testContacts } from '../../../application/agreement/testContacts';
import { mayNoteContactCall, mayTestContacts } from '../../../application/policies/agreement';
import { Instant } from '../../../domain/shared/instant';
import { defineAddition } from '../../http/defineRoute';
import { ContactId } from '../notices/views';
import { agreementParams, agreementPath, tag } from './reads';

const NewTest = z
  .strictObject({
    contactId: ContactId.nullable().meta({
      description: 'this contact alone, or the `partyId` of the agreement, by exchange; null: all of them',
    }),
    channel: SentChannel.nullable().meta({ description: 'this channel alone; null: all by which something leaves' }),
  })
  .meta({ id: 'NewContactTest', description: 'Which contacts of the newest version are to be tested' });

const TestsSent = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds the tests' }),
    tests: z
      .array(z.strictObject({ contactId: ContactId, channel: SentChannel.meta({ description: 'by which it leaves' }) }))
      .meta({ description: 'one message each; what came of it is read with the agreement' }),
  })
  .meta({ id: 'ContactTestsSent', description: 'Test messages that leave now' });

const NewCall = z
  .strictObject({
    contactId: ContactId,
    reached: z.boolean().meta({ description: 'whether somebody answered' }),
    at: Instant.meta({ description: 'when it was called; not before the agreement was recorded' }),
  })
  .meta({ id: 'NewContactCall', description: 'A call to try a contact’s telephone' });

const CallNoted = z
  .strictObject({ seq: z.int().positive().meta({ description: 'number of the journal entry that holds the call' }) })
  .meta({ id: 'ContactCallNoted', description: 'The call is written down' });

const example = { contactId: null, channel: null };

export const contactTestRoutes = [
  defineAddition({
    path: `${agreementPath}/contact-tests`,
    operationId: 'testContacts',
    summary: 'Test the contacts of an agreement',
    description:
      'A message by each way that a notice would take, and to the controller’s own installation where the agreement is tied to one. It says that it is a test and that no breach happened; that installation answers with its receipt and writes nothing.',
    tag,
    policy: mayTestContacts,
    params: agreementParams,
    body: NewTest,
    status: 201,
    response: TestsSent,
    example: { body: example, response: { seq: 34, tests: [{ contactId: 'c1', channel: 'email' as const }] } },
    async handler(ctx, { params: { agreementId }, body, key }) {
      const tested = await testContacts({ ctx, input: { key, agreementId, ...body } });
      return tested.ok ? { ok: true, value: { body: tested.value } } : tested;
    },
  }),

  defineAddition({
    path: `${agreementPath}/contact-calls`,
    operationId: 'noteContactCall',
    summary: 'Note a test call to a contact',
    description: 'When it was made, and whether somebody answered.',
    tag,
    policy: mayNoteContactCall,
    params: agreementParams,
    body: NewCall,
    status: 201,
    response: CallNoted,
    example: {
      body: { contactId: 'c1', reached: true, at: '2026-03-27T09:00:00.000Z' },
      response: { seq: 35 },
    },
    async handler(ctx, { params: { agreementId }, body, key }) {
      const noted = await noteContactCall({ ctx, input: { key, agreementId, ...body } });
      return noted.ok ? { ok: true, value: { body: noted.value } } : noted;
    },
  }),
];
