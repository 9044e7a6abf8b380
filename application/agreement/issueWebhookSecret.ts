import { contactsOf } from '../../domain/agreement/contacts';
import type { Agreement } from '../../domain/agreement/fold';
import { newestSigned, proposedVersion } from '../../domain/agreement/versions';
import { valuesOf } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS, plusMs } from '../../domain/shared/instant';
import { changeSubject } from '../entries/changeSubject';
import { mayIssueWebhookSecret } from '../policies/agreement';
import type { Call } from '../ports/ports';

export type IssueWebhookSecret = { key: string; agreementId: string; contactId: string };

/** `secret` null: it was answered before, and is shown to nobody again. */
export type IssuedWebhookSecret = { seq: number; contactId: string; secret: string | null; earlierUntil: string };

/** So long a secret signs beside the one that took its place, so that a receiver can change over. */
export const EARLIER_SECRET_MS = DAY_MS;

/**
 * A secret by which one contact checks that a webhook is ours: an entry first, then the secret, sealed. Answered once; a
 * repeat under the same key gets one only if no answer had stored it (a crash in between).
 */
export async function issueWebhookSecret({
  ctx,
  input,
}: Call<IssueWebhookSecret>): Promise<Result<IssuedWebhookSecret>> {
  if (!mayIssueWebhookSecret(ctx)) return refused({ code: 'actor.forbidden' });
  const { ports, orgId } = ctx;
  const { key, agreementId, contactId } = input;
  const issued = await changeSubject(ctx, {
    kind: 'agreement',
    id: agreementId,
    key,
    request: { agreementId, contactId, command: 'webhookSecret.issue' },
    standing: 'addition',
    decide(agreement) {
      const contacts = contactsNamed(agreement, contactId);
      if (contacts.length === 0) return refused({ code: 'subject.unknown' });
      if (contacts.every(({ webhookUrl }) => webhookUrl === null)) {
        const message = 'has no address for webhooks';
        return refused({ code: 'input.invalid', issues: [{ pointer: '/contactId', message }] });
      }
      const earlierUntil = plusMs(ports.now().toISOString(), EARLIER_SECRET_MS);
      return done({ type: 'agreement.secretIssued', values: { contactId, secretId: ports.newId(), earlierUntil } });
    },
  });
  if (!issued.ok) return issued;
  const { entry } = issued.value;
  const { secretId, earlierUntil } = valuesOf(entry);
  const made = { secretId: String(secretId), earlierUntil: String(earlierUntil), at: entry.recordedAt };
  const secret = `whsec_${Buffer.from(ports.newNonce(), 'hex').toString('base64')}`;
  const isStored = await ports.webhookSecrets.put(orgId, agreementId, contactId, { ...made, secret });
  return done({ seq: entry.seq, contactId, secret: isStored ? secret : null, earlierUntil: made.earlierUntil });
}

/** In the newest version or the proposed one: a secret may be made before an amendment is signed. */
function contactsNamed(agreement: Agreement, contactId: string) {
  const versions = [newestSigned(agreement), proposedVersion(agreement)].filter((version) => version !== null);
  return versions.flatMap(contactsOf).filter(({ id }) => id === contactId);
}
