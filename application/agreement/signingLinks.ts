import { contactsOf } from '../../domain/agreement/contacts';
import type { Agreement, AgreementVersion } from '../../domain/agreement/fold';
import { newestSigned, proposedVersion } from '../../domain/agreement/versions';
import { Deliverable, type OutcomeResult } from '../../domain/delivery/events';
import { lastResult } from '../../domain/delivery/outbox';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS, plusMs } from '../../domain/shared/instant';
import { deliver } from '../delivery/deliver';
import { freezeMail } from '../delivery/freezeMail';
import { changeSubject } from '../entries/changeSubject';
import { mayAmendAgreement } from '../policies/agreement';
import type { Call, Context, Ports } from '../ports/ports';
import { plainHead } from '../organisation/plainHead';
import { openAgreementLink } from './agreementLinks';
import { contactAddressee, senderOf } from './contactAddressee';

/** A verified link: its holder may read and sign the amendment of this agreement as this contact. */
export type SigningLink = { orgId: string; agreementId: string; contactId: string };

/** `mail`: what the relay said at last; what it put off is tried again by itself, until there is nothing to sign. */
export type IssuedLink = { seq: number; contactId: string; mail: OutcomeResult };

const PREFIX = 'agreement:';
/** So many days a link opens the amendment, from the entry that issued it. */
export const SIGNING_LINK_DAYS = 30;

/**
 * Mails the secret by which a contact of the version in force signs to that contact, and shows it to nobody here: who
 * proposes an amendment must not be able to sign it for the other side. An entry first; an older link opens nothing from
 * then on.
 */
export async function issueSigningLink({
  ctx,
  input,
}: Call<{ key: string; agreementId: string; contactId: string }>): Promise<Result<IssuedLink>> {
  if (!mayAmendAgreement(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, agreementId, contactId } = input;
  const issued = await changeSubject(ctx, {
    kind: 'agreement',
    id: agreementId,
    key,
    request: { agreementId, contactId, command: 'signingLink.issue' },
    standing: 'addition',
    async decide(agreement) {
      const found = signatoryOf(agreement, contactId);
      if (!found.ok) return found;
      const deliverable = await freezeLink(ctx, agreement, found.value);
      const { version } = found.value.proposed;
      return done({ type: 'agreement.linkIssued', values: { version, contactId, deliverable } });
    },
  });
  if (!issued.ok) return issued;
  const { seq, fields } = issued.value.entry;
  const deliverableId = idIn(fields['deliverable']?.value);
  if (deliverableId !== null) {
    const system: Context = { ...ctx, actor: { kind: 'system', id: 'api' }, roles: [] };
    await deliver({ ctx: system, input: { kind: 'agreement', id: agreementId, deliverableId } });
  }
  const agreement = await ctx.ports.projections.read(ctx.orgId, 'agreement', agreementId);
  const mail = agreement?.outbox.find(({ id }) => id === deliverableId);
  return done({ seq, contactId, mail: (mail && lastResult(mail)) ?? 'unknown' });
}

const idIn = (deliverable: unknown): string | null => Deliverable.safeParse(deliverable).data?.id ?? null;

type Signatory = { proposed: AgreementVersion; current: AgreementVersion; name: string; role: string; email: string };

/** Who signs what: a contact with an address, of the version in force, while an amendment waits. */
function signatoryOf(agreement: Agreement, contactId: string): Result<Signatory & { id: string }> {
  const proposed = proposedVersion(agreement);
  const current = newestSigned(agreement);
  if (proposed === null || current === null) {
    const { stage: state } = agreement;
    return refused({ code: 'state.refused', state, command: 'signingLink.issue', allowed: ['amendment.propose'] });
  }
  const contact = contactsOf(current).find(({ id }) => id === contactId);
  if (contact === undefined || contact.email === null) {
    const message = contact === undefined ? 'no contact of the version in force' : 'has no address';
    return refused({ code: 'input.invalid', issues: [{ pointer: '/contactId', message }] });
  }
  const { id, name, role, email } = contact;
  return done({ proposed, current, id, name, role, email });
}

/**
 * The mail with a new secret. Its bytes are stored under the agreement's key and shown nowhere; they go when there is
 * nothing to sign any more.
 */
async function freezeLink(
  ctx: Context,
  { id: agreementId, reference }: Agreement,
  { proposed, current, id, name, role, email }: Signatory & { id: string },
): Promise<Deliverable> {
  const { orgId, ports } = ctx;
  const date = ports.now();
  const expiresAt = plusMs(date.toISOString(), SIGNING_LINK_DAYS * DAY_MS);
  const secret = await ports.links.renew(orgId, `${PREFIX}${agreementId}`, id, expiresAt);
  const { language, timeZone, version } = proposed;
  const rendered = await ports.texts.render('signingLink', language, {
    head: {
      ...plainHead({ reference, zone: timeZone, sender: senderOf(current), now: date }),
      version,
    },
    addressee: contactAddressee(reference, current, { name, role }),
    expiresAt,
    link: `${ports.settings.publicUrl}/a/${secret}`,
  });
  return freezeMail(ctx, agreementId, {
    id: `signing-${ports.newId()}`,
    to: { kind: 'contact', id },
    address: email,
    rendered,
    language,
    date,
  });
}

/**
 * Ends every link to this agreement's amendment at `at`: withdrawn, or signed and read once more. Its mails go; tests of
 * contacts that wait stay.
 */
export async function endSigningLinks({ orgId, ports }: Context, agreementId: string, at: string): Promise<void> {
  await ports.links.expire(orgId, `${PREFIX}${agreementId}`, at);
  const entries = await ports.journal.readSubject(orgId, { kind: 'agreement', id: agreementId }, 0);
  for (const { type, fields } of entries) {
    const mail = type === 'agreement.linkIssued' ? Deliverable.safeParse(fields['deliverable']?.value).data : undefined;
    if (mail !== undefined) await ports.documents.discard(orgId, agreementId, mail.documentId);
  }
}

/** What a token opens; a link to a notice opens no agreement. */
export async function openSigningLink(
  ports: Pick<Ports, 'links' | 'now'>,
  token: string,
): Promise<Result<SigningLink>> {
  const opened = await openAgreementLink(ports, token, PREFIX);
  if (!opened.ok) return opened;
  const { orgId, contactId, subject: agreementId } = opened.value;
  return done({ orgId, contactId, agreementId });
}
