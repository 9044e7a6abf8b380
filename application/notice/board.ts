import type { NoticeContact } from '../../domain/agreement/contacts';
import { type NextToCall, nextToCall } from '../../domain/agreement/nextToCall';
import { lastResult, tellsItself } from '../../domain/delivery/outbox';
import { newestGoneAt } from '../../domain/notice/case';
import { newestVersion } from '../../domain/notice/fold';
import { openCalls } from '../../domain/notice/openCalls';
import { done, refused, type Result } from '../../domain/shared/errors';
import { casesOf } from '../overview/listNow';
import { mayReadNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import type { FullCase } from './readCase';
import { recipientsOf } from './recipientsOf';

/** `failed`: a mail of it did not arrive; `uncalled`: nobody has called yet; `called`: somebody has, and nobody acknowledged. */
export const BoardShow = ['all', 'failed', 'uncalled', 'called'] as const;
export type BoardShow = (typeof BoardShow)[number];

/** A notice whose newest version nobody has acknowledged. */
export type BoardRow = {
  fullCase: FullCase;
  version: number;
  /** Since when it is out (UTC); null while no mail of it has been taken. */
  since: string | null;
  mails: number;
  /** Of these, put off, refused or reported as never arrived. */
  failed: number;
  reminders: number;
  calls: readonly { who: string; reached: boolean; at: string }[];
  /** Whom to call next; null where no contact has a number. */
  next: NextToCall | null;
};

/** Who of an incident has not acknowledged, what was tried, whom to call next: the longest silence first (F39). */
export async function readBoard({
  ctx,
  input,
}: Call<{ incidentId: string; show: BoardShow }>): Promise<
  Result<{ rows: BoardRow[]; counts: Record<BoardShow, number> }>
> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const cases = await casesOf(ctx, input.incidentId);
  if (!cases.ok) return cases;
  const rows = cases.value
    .flatMap(rowOf)
    .toSorted((a, b) => Date.parse(a.since ?? '9999-12-31') - Date.parse(b.since ?? '9999-12-31'));
  const counts = Object.fromEntries(BoardShow.map((show) => [show, rows.filter(shows(show)).length]));
  return done({ rows: rows.filter(shows(input.show)), counts: counts as Record<BoardShow, number> });
}

const shows =
  (show: BoardShow) =>
  ({ failed, calls }: BoardRow): boolean => {
    switch (show) {
      case 'all':
        return true;
      case 'failed':
        return failed > 0;
      case 'uncalled':
        return calls.length === 0;
      case 'called':
        return calls.length > 0;
    }
  };

function rowOf(fullCase: FullCase): BoardRow[] {
  const { notice, agreement } = fullCase;
  const version = newestVersion(notice);
  const isAwaited = agreement.terms.acknowledgement.expected && version?.kind !== 'withdrawal';
  if (version === null || notice.life !== 'OPEN' || notice.delivery === 'ACKED' || !isAwaited) return [];
  const contacts = recipientsOf(fullCase);
  const since = Date.parse(version.frozenAt);
  const mails = notice.outbox.filter((one) => version.deliverableIds.includes(one.id) && tellsItself(one));
  const calls = notice.calls
    .filter(({ at, contactId }) => Date.parse(at) >= since && contacts.some(({ id }) => id === contactId))
    .map(({ contactId, reached, at }) => ({ who: nameIn(contacts, contactId), reached, at, contactId }));
  return [
    {
      fullCase,
      version: version.number,
      since: newestGoneAt(notice),
      mails: mails.length,
      failed: mails.filter((one) => ['deferred', 'refused', 'unknown'].includes(lastResult(one) ?? '')).length,
      reminders: notice.reminded.filter((one) => one.ladder === 'acknowledgement' && one.version === version.number)
        .length,
      calls: calls.map(({ who, reached, at }) => ({ who, reached, at })),
      next: nextToCall(
        contacts,
        openCalls(notice).map(({ to }) => to.id),
        calls,
      ),
    },
  ];
}

const nameIn = (contacts: readonly NoticeContact[], contactId: string): string =>
  contacts.find(({ id }) => id === contactId)?.name ?? contactId;
