import type { NoticeContact } from '../../domain/agreement/contacts';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS } from '../../domain/shared/instant';
import { type FullCase, loadCase } from '../notice/readCase';
import { everyContact } from '../notice/recipientsOf';
import type { GuestLink } from '../ports/links';
import type { Context, Ports } from '../ports/ports';

/** A link outlives its notice, and the last answer, by this much: the file can be completed, the answer read. */
const AFTER_CLOSURE_MS = 30 * DAY_MS;

/** Who holds the link acts as this contact, in the sender's journal: "holder of the link, says that they are …". */
export type Visit = { ctx: Context; fullCase: FullCase; contact: NoticeContact };

/**
 * What a link opens: one notice for one contact. Reading changes nothing (scanners open links).
 *
 * Who was told under another version of the agreement than judges the breach now, reads on and asks as before.
 *
 * @returns `link.unknown` alike for a wrong token and for a contact whose agreement was erased
 */
export async function enterByLink(ports: Ports, token: string): Promise<Result<Visit>> {
  const link = await ports.links.find(token);
  if (link === null) return refused({ code: 'link.unknown' });
  const ctx: Context = { orgId: link.orgId, actor: { kind: 'guest', id: link.contactId }, roles: [], ports };
  const read = await loadCase(ctx, link.noticeId);
  if (!read.ok) return refused({ code: 'link.unknown' });
  if (isExpired(read.value, link, ports.now())) return refused({ code: 'link.expired' });
  const contact = everyContact(read.value.agreement).find(({ id }) => id === link.contactId);
  if (contact === undefined) return refused({ code: 'link.unknown' });
  return done({ ctx, fullCase: read.value, contact });
}

/**
 * Thirty days after closing or after the last answer to this contact, or the end of a link that was asked for again
 * later; never while a question of this contact waits.
 */
export function isExpired({ notice }: FullCase, { contactId, expiresAt }: GuestLink, now: Date): boolean {
  const { closed } = notice;
  if (closed === null) return false;
  const answers = notice.questions.filter((one) => one.contactId === contactId).map(({ answeredAt }) => answeredAt);
  if (answers.includes(null)) return false;
  const lastMs = Math.max(...[closed.at, ...answers].flatMap((at) => (at === null ? [] : [Date.parse(at)])));
  const renewedMs = expiresAt === null ? 0 : Date.parse(expiresAt);
  return now.getTime() > Math.max(lastMs + AFTER_CLOSURE_MS, renewedMs);
}
