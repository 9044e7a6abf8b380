import { done, refused, type Result } from '../../domain/shared/errors';
import type { Ports } from '../ports/ports';

/** `subject`: what follows the prefix of its kind of link. */
export type OpenedLink = { orgId: string; contactId: string; subject: string };

/** What a token opens, if it is a link of this kind and has not expired; a link to anything else is none. */
export async function openAgreementLink(
  { links, now }: Pick<Ports, 'links' | 'now'>,
  token: string,
  prefix: string,
): Promise<Result<OpenedLink>> {
  const link = await links.find(token);
  if (link === null || !link.noticeId.startsWith(prefix)) return refused({ code: 'link.unknown' });
  if (link.expiresAt !== null && Date.parse(link.expiresAt) <= now().getTime())
    return refused({ code: 'link.expired' });
  const { orgId, contactId } = link;
  return done({ orgId, contactId, subject: link.noticeId.slice(prefix.length) });
}
