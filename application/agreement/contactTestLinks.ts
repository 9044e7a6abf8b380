import { done, refused, type Result } from '../../domain/shared/errors';
import type { Ports } from '../ports/ports';
import { openAgreementLink } from './agreementLinks';

const PREFIX = 'contactTest:';

/** So many days the link of a test can be used. */
export const TEST_LINK_DAYS = 30;

/** A verified link: its holder shows that one way to this contact works. */
export type ContactTestLink = { orgId: string; agreementId: string; contactId: string; channel: 'email' | 'sms' };

/** Another link for one way to one contact; that of an earlier test opens nothing any more. */
export const renewTestLink = (
  { links }: Pick<Ports, 'links'>,
  { orgId, agreementId, contactId, channel }: ContactTestLink,
  expiresAt: string,
): Promise<string> => links.renew(orgId, `${PREFIX}${channel}:${agreementId}`, contactId, expiresAt);

/** What a token opens; a link to a notice or an amendment is none to a test. */
export async function openTestLink(
  ports: Pick<Ports, 'links' | 'now'>,
  token: string,
): Promise<Result<ContactTestLink>> {
  const opened = await openAgreementLink(ports, token, PREFIX);
  if (!opened.ok) return opened;
  const { orgId, contactId, subject } = opened.value;
  const [channel = '', agreementId = ''] = subject.split(':');
  if (channel !== 'email' && channel !== 'sms') return refused({ code: 'link.unknown' });
  return done({ orgId, contactId, agreementId, channel });
}
