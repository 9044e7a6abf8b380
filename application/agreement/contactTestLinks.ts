import { done, type Result } from '../../domain/shared/errors';
import type { Ports } from '../ports/ports';
import { openAgreementLink } from './agreementLinks';

const PREFIX = 'contactTest:';

/** So many days the link of a test can be used. */
export const TEST_LINK_DAYS = 30;

/** A verified link: its holder shows that this very test, one way to one contact, has arrived. */
export type ContactTestLink = { orgId: string; agreementId: string; contactId: string; deliverableId: string };

/** The link of one test. Named by what is sent, so that a test begun beside it takes nothing from it. */
export const issueTestLink = (
  { links }: Pick<Ports, 'links'>,
  { orgId, agreementId, contactId, deliverableId }: ContactTestLink,
): Promise<string> => links.issue(orgId, `${PREFIX}${agreementId}:${deliverableId}`, contactId);

/** What a token opens; a link to a notice or an amendment is none to a test. */
export async function openTestLink(
  ports: Pick<Ports, 'links' | 'now'>,
  token: string,
): Promise<Result<ContactTestLink>> {
  const opened = await openAgreementLink(ports, token, PREFIX);
  if (!opened.ok) return opened;
  const { orgId, contactId, subject } = opened.value;
  const [agreementId = '', deliverableId = ''] = subject.split(':');
  return done({ orgId, contactId, agreementId, deliverableId });
}
