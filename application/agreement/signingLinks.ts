import { contactsOf } from '../../domain/agreement/contacts';
import type { Agreement, AgreementVersion } from '../../domain/agreement/fold';
import { newestSigned, proposedVersion } from '../../domain/agreement/versions';
import { envelopeIdOf, envelopePart } from '../../domain/delivery/envelopeId';
import type { OutcomeResult } from '../../domain/delivery/events';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS, plusMs } from '../../domain/shared/instant';
import { changeSubject } from '../entries/changeSubject';
import { LAW_PROFILE } from '../notice/letterParts';
import { mayAmendAgreement } from '../policies/agreement';
import type { Call, Context, Ports } from '../ports/ports';

/** A verified link: its holder may read and sign the amendment of this agreement as this contact. */
export type SigningLink = { orgId: string; agreementId: string; contactId: string };

/** `mail`: what the relay said of the mail, once; one that was not taken is asked for again under another key. */
export type IssuedLink = { seq: number; contactId: string; mail: OutcomeResult };

const PREFIX = 'agreement:';
const VALID_MS = 30 * DAY_MS;

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
    decide(agreement) {
      const found = signatoryOf(agreement, contactId);
      if (!found.ok) return found;
      return done({ type: 'agreement.linkIssued', values: { version: found.value.proposed.version, contactId } });
    },
  });
  if (!issued.ok) return issued;
  const agreement = await ctx.ports.projections.read(ctx.orgId, 'agreement', agreementId);
  if (agreement === null) return refused({ code: 'subject.unknown' });
  const signatory = signatoryOf(agreement, contactId);
  if (!signatory.ok) return signatory;
  const { seq } = issued.value.entry;
  return done({ seq, contactId, mail: await mailLink(ctx, agreement, signatory.value, seq) });
}

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

/** One mail, sent once: its bytes are kept nowhere, for they hold the secret. */
async function mailLink(
  { orgId, ports }: Context,
  { id: agreementId, reference }: Agreement,
  { proposed, current, id, name, role, email }: Signatory & { id: string },
  seq: number,
): Promise<OutcomeResult> {
  const date = ports.now();
  const expiresAt = plusMs(date.toISOString(), VALID_MS);
  const secret = await ports.links.renew(orgId, `${PREFIX}${agreementId}`, id, expiresAt);
  const { language, timeZone, version } = proposed;
  const rendered = await ports.texts.render('signingLink', language, {
    head: {
      reference,
      version,
      writtenAt: date.toISOString(),
      zone: timeZone,
      sender: current.document?.processor.name ?? 'Vigie',
      author: null,
      approver: null,
      lawProfile: LAW_PROFILE,
      exercise: false,
    },
    addressee: {
      controller: current.document?.controller.name ?? reference,
      contact: name,
      role,
      agreement: reference,
      agreementVersion: current.version,
      service: current.document?.processing.service ?? reference,
    },
    expiresAt,
    link: `${ports.settings.publicUrl}/a/${secret}`,
  });
  const part = `signing-${seq}`;
  const raw = await ports.mailer.compose({
    to: email,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    messageId: `<${agreementId}.${part}@${ports.settings.mailDomain}>`,
    date,
    language,
  });
  const envelopeId = envelopeIdOf(orgId, envelopePart(agreementId, part));
  return (await ports.mailer.send({ to: email, raw, envelopeId })).result;
}

/** Ends every link to this agreement's amendment at `at`: withdrawn, or signed and read once more. */
export const endSigningLinks = ({ orgId, ports }: Context, agreementId: string, at: string): Promise<void> =>
  ports.links.expire(orgId, `${PREFIX}${agreementId}`, at);

/** What a token opens; a link to a notice opens no agreement. */
export async function openSigningLink(
  { links, now }: Pick<Ports, 'links' | 'now'>,
  token: string,
): Promise<Result<SigningLink>> {
  const link = await links.find(token);
  if (link === null || !link.noticeId.startsWith(PREFIX)) return refused({ code: 'link.unknown' });
  if (link.expiresAt !== null && Date.parse(link.expiresAt) <= now().getTime())
    return refused({ code: 'link.expired' });
  const { orgId, contactId } = link;
  return done({ orgId, contactId, agreementId: link.noticeId.slice(PREFIX.length) });
}
