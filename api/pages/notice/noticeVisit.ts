import { z } from 'zod';
import { type FullCase, readCase } from '../../../application/notice/readCase';
import { recipientsOf } from '../../../application/notice/recipientsOf';
import type { Context } from '../../../application/ports/ports';
import { contactsOf } from '../../../domain/agreement/contacts';
import { clockRows } from '../../../domain/deadline/clockRows';
import type { ClockRow } from '../../../domain/deadline/clockRow';
import { isToldCertain } from '../../../domain/notice/case';
import { newestVersion } from '../../../domain/notice/fold';
import type { Draft } from '../../../domain/notice/items';
import { waysTo } from '../../../domain/notice/waysTo';
import type { Paper } from '../../../templates/pages/parts/paper';
import type { Said } from '../../../templates/pages/words/word';
import type { ApiError } from '../../http/problems';
import { Id, OrgId } from '../../http/fields';
import type { Inside } from '../frame';
import { itemLines } from '../itemWords';

export const noticeParams = z.object({ orgId: OrgId, incidentId: Id, noticeId: Id });
export type NoticePlace = z.infer<typeof noticeParams>;

/** The notice of this incident; one that belongs to another is as unknown as one that never was. */
export async function caseAt(
  ctx: Context,
  { incidentId, noticeId }: NoticePlace,
): Promise<{ ok: true; value: FullCase } | { ok: false; error: ApiError }> {
  const read = await readCase({ ctx, input: { noticeId } });
  if (!read.ok) return read;
  if (read.value.notice.opened.incidentId !== incidentId) return { ok: false, error: { code: 'subject.unknown' } };
  return read;
}

export const noticePath = ({ incidentId, noticeId }: Omit<NoticePlace, 'orgId'>): string =>
  `/incidents/${incidentId}/notices/${noticeId}`;

/** The clock that governs this notice now: of telling, else of its supplement. */
export function clockOf(fullCase: FullCase, now: Date): ClockRow | null {
  const { timeZone: zone, calendar } = fullCase.agreement;
  const rows = clockRows({ cases: [fullCase], incidents: [], place: { zone, calendar } }, now);
  const find = (...names: ClockRow['obligation'][]) =>
    rows.find(({ obligation }) => names.includes(obligation)) ?? null;
  return find('supplement') ?? find('notice', 'delivery');
}

export function paperOf(fullCase: FullCase, draft: Draft, { frame }: Pick<Inside, 'frame'>): Paper {
  const { notice, agreement, incident } = fullCase;
  const [contact] = contactsOf(agreement);
  const { language, timeZone: zone } = agreement;
  return {
    language,
    zone,
    reference: notice.opened.reference,
    version: (newestVersion(notice)?.number ?? 0) + 1,
    agreement: agreement.reference,
    to: [contact?.name, agreement.document?.controller.name].filter(Boolean).join(', '),
    detectedAt: incident.clock.detectedAt,
    awareAt: incident.clock.awareAt,
    toldCertain: isToldCertain(fullCase),
    items: itemLines(draft, { ...frame, language, zone }, true),
  };
}

/** What is done at once, and what a person does. */
export const wayWords = {
  email: 'way.mail',
  webhook: 'way.webhook',
  sms: 'way.sms',
  exchange: 'way.exchange',
  phone: 'way.phone',
} as const;

/** Every recipient with the ways by which it will be told: mails at once, telephone where a person must call. */
export function waysOf(fullCase: FullCase): { way: Said; who: string }[] {
  return recipientsOf(fullCase).flatMap((contact): { way: Said; who: string }[] => {
    const ways = waysTo(contact, fullCase.offers);
    if (ways.length === 0) return [{ way: { key: 'channel.none' }, who: contact.name }];
    return ways.map(({ channel, address }) => ({
      way: { key: wayWords[channel] },
      who: `${contact.name}, ${address}`,
    }));
  });
}
