import { contactsOf } from '../../domain/agreement/contacts';
import { newestSigned, proposedVersion } from '../../domain/agreement/versions';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayAmendAgreement } from '../policies/agreement';
import type { Call, Ports } from '../ports/ports';

/** A verified link: its holder may read and sign the amendment of this agreement as this contact. */
export type SigningLink = { orgId: string; agreementId: string; contactId: string };

const PREFIX = 'agreement:';

/** The secret by which a contact of the version in force signs; management passes it on. */
export async function issueSigningLink({
  ctx,
  input,
}: Call<{ agreementId: string; contactId: string }>): Promise<Result<{ token: string }>> {
  if (!mayAmendAgreement(ctx)) return refused({ code: 'actor.forbidden' });
  const agreement = await ctx.ports.projections.read(ctx.orgId, 'agreement', input.agreementId);
  const current = agreement && newestSigned(agreement);
  if (agreement === null || current === null) return refused({ code: 'subject.unknown' });
  if (proposedVersion(agreement) === null) {
    const { stage: state } = agreement;
    return refused({ code: 'state.refused', state, command: 'signingLink.issue', allowed: ['amendment.propose'] });
  }
  if (!contactsOf(current).some(({ id }) => id === input.contactId)) {
    const message = 'no contact of the version in force';
    return refused({ code: 'input.invalid', issues: [{ pointer: '/contactId', message }] });
  }
  const token = await ctx.ports.links.issue(ctx.orgId, `${PREFIX}${input.agreementId}`, input.contactId);
  return done({ token });
}

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
