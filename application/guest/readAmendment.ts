import { openSigningLink, type SigningLink } from '../agreement/signingLinks';
import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import { type Difference, differences } from '../../domain/agreement/diff';
import type { Agreement, AgreementVersion } from '../../domain/agreement/fold';
import { newestSigned } from '../../domain/agreement/versions';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import type { Context, Ports } from '../ports/ports';

/** An amendment as the contact of the other side reads it before signing, and after. */
export type Amendment = {
  ctx: Context;
  link: SigningLink;
  agreement: Agreement;
  version: AgreementVersion;
  contact: NoticeContact;
  changes: Difference[];
};

/**
 * What a signing link opens: the newest amendment, signed or waiting. Reading changes nothing.
 *
 * @returns `link.unknown` alike for a wrong token, a contact who has left, and an agreement that was never amended
 */
export async function readAmendment(ports: Ports, token: string): Promise<Result<Amendment>> {
  const opened = await openSigningLink(ports, token);
  if (!opened.ok) return opened;
  const link = opened.value;
  const ctx: Context = { orgId: link.orgId, actor: { kind: 'guest', id: link.contactId }, roles: [], ports };
  const agreement = await ports.projections.read(link.orgId, 'agreement', link.agreementId);
  const version = agreement?.versions.findLast(({ state }) => state !== 'WITHDRAWN');
  const before = agreement?.versions.findLast(
    ({ state, recordedSeq }) => state === 'SIGNED' && recordedSeq !== version?.recordedSeq,
  );
  const current = agreement && newestSigned(agreement);
  const contact = current && contactsOf(current).find(({ id }) => id === link.contactId);
  if (!agreement || !version || !contact || !before?.document || !version.document) {
    return refused({ code: 'link.unknown' });
  }
  const all = differences(before.document as Json, version.document as Json);
  const changes = all.filter(({ pointer }) => !pointer.startsWith('/signatures'));
  return done({ ctx, link, agreement, version, contact, changes });
}
