import { z } from 'zod';
import { issueWebhookSecret } from '../../../application/agreement/issueWebhookSecret';
import { mayIssueWebhookSecret } from '../../../application/policies/agreement';
import { Instant } from '../../../domain/shared/instant';
import { defineAddition } from '../../http/defineRoute';
import { ContactId } from '../notices/views';
import { agreementParams, agreementPath, tag } from './reads';

const NewSecret = z.strictObject({}).meta({ id: 'NewWebhookSecret', description: 'Nothing to say' });

const WebhookSecret = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'number of the journal entry that says that it was made' }),
    contactId: z.string().meta({ description: 'whose webhooks are signed by it' }),
    secret: z.string().nullable().meta({
      description: '`whsec_…`, shown this once; null in the answer to a repeat: make another then',
    }),
    earlierUntil: Instant.meta({ description: 'until then the secrets before it sign too' }),
  })
  .meta({ id: 'WebhookSecret', description: 'By which a contact checks that a webhook is ours (Standard Webhooks)' });

export const webhookSecretRoutes = [
  defineAddition({
    path: `${agreementPath}/contacts/{contactId}/webhook-secrets`,
    operationId: 'issueWebhookSecret',
    summary: 'Make the secret of a contact’s webhooks',
    description: 'In place of the one before, which signs beside it for 24 hours. No webhook leaves without a secret.',
    tag,
    policy: mayIssueWebhookSecret,
    params: agreementParams.extend({ contactId: ContactId }),
    body: NewSecret,
    status: 201,
    response: WebhookSecret,
    example: {
      body: {},
      response: {
        seq: 33,
        contactId: 'c2',
        secret: `whsec_${'A'.repeat(43)}=`,
        earlierUntil: '2026-03-28T09:00:00.000Z',
      },
    },
    async handler(ctx, { params: { agreementId, contactId }, key }) {
      const issued = await issueWebhookSecret({ ctx, input: { key, agreementId, contactId } });
      return issued.ok ? { ok: true, value: { body: issued.value } } : issued;
    },
  }),
];
