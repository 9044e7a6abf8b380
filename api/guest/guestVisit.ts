import { sentAt } from '../../domain/notice/case';
import { z } from 'zod';
import { enterByLink, type Visit as LinkVisit } from '../../application/guest/enterByLink';
import { authorityDueAt } from '../../application/notice/letterParts';
import { legalDue } from '../../domain/deadline/legalClock';
import type { Clock } from '../../domain/deadline/clockState';
import { authorityLaw } from '../../domain/law/authorityLaw';
import { newestVersion } from '../../domain/notice/fold';
import type { Language } from '../../domain/letters/head';
import type { ApiError } from '../http/problems';
import type { Frame } from '../../templates/pages/frame/frame';
import { type AnyVisit, guestFrame } from '../pages/frame';
import type { PageHouse } from '../pages/house';

/** 256 random bits as the link holds them; anything else opens nothing and is not looked up. */
export const token = z.string().regex(/^[\w-]{43}$/);
export const guestQuery = z.object({
  lang: z.enum(['fr', 'en']).optional(),
  asked: z.literal('1').optional(),
  earlier: z.literal('1').optional(),
});

export type Opened = LinkVisit & { language: Language };

/** What a link opens, in the language that the reader chose, else the contract's. */
export async function openLink(
  visit: Pick<AnyVisit, 'ports'>,
  link: string,
  chosen: Language | undefined,
): Promise<{ ok: true; value: Opened } | { ok: false; error: ApiError }> {
  const entered = await enterByLink(visit.ports, link);
  if (!entered.ok) return entered;
  return { ok: true, value: { ...entered.value, language: chosen ?? entered.value.fullCase.agreement.language } };
}

/** The same for a page about a notice of which something has left, with what the page is drawn in. */
export async function openSent(
  house: PageHouse,
  visit: AnyVisit,
  link: string,
  chosen: Language | undefined,
): Promise<{ ok: true; value: Opened & { frame: Frame; lang: string } } | { ok: false; error: ApiError }> {
  const opened = await openLink(visit, link, chosen);
  if (!opened.ok) return opened;
  const { fullCase, language } = opened.value;
  const { notice, agreement } = fullCase;
  if (notice.versions.length === 0) return { ok: false, error: { code: 'link.unknown' } };
  const frame = { ...guestFrame(house, visit, agreement.timeZone), language };
  const lang = language === agreement.language ? '' : `?lang=${language}`;
  return { ok: true, value: { ...opened.value, frame, lang } };
}

/**
 * The controller's own limit, presumed from the sending of the first notice (domain rules section 7.3): strict hours, and
 * between them and those of Regulation 1182/71 it says so. Null where nothing is to be notified.
 */
export function authorityOf({ fullCase }: LinkVisit): { clock: Clock; hours: number; from: string } | null {
  const { notice, agreement } = fullCase;
  const [first] = notice.versions;
  const newest = newestVersion(notice);
  if (first === undefined || newest === null || newest.kind === 'withdrawal' || newest.kind === 'report') return null;
  const from = sentAt(notice, first) ?? first.frozenAt;
  const { hours } = authorityLaw(from);
  const { reg1182 } = legalDue(from, hours, agreement.timeZone);
  const clock = { startedAt: from, dueAt: authorityDueAt(fullCase, from), doneAt: null, reg1182 };
  return { clock, hours, from };
}
