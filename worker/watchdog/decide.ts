import { nextTryMs, waitsForEarlier } from '../../domain/delivery/outbox';
import { dueOf, marginMs, type NoticeCase } from '../../domain/notice/case';
import { newestVersion } from '../../domain/notice/fold';
import type { Ladder } from '../../domain/notice/events';
import { type Milestone, milestonesOf, retryScale } from '../../domain/notice/nextMilestone';
import { MINUTE_MS } from '../../domain/shared/instant';

/** What the second path does; each is an act that the engine would do too, under the same key. */
export type WatchAct = Exclude<Milestone, { kind: 'settle' }>;

const LONGEST_WAIT_BEFORE_ALARM_MS = 2 * MINUTE_MS;

/** How long the engine is left alone with what has come due. */
export const graceMs = ({ agreement }: Pick<NoticeCase, 'agreement'>): number =>
  Math.min(LONGEST_WAIT_BEFORE_ALARM_MS, marginMs(agreement.terms) / 4);

/**
 * What the watchdog has to do for a notice at `now`, in order: nothing, as long as the engine does its work.
 *
 * With `margin` as the agreement's terms have it, it alarms min(2 min, margin / 4) after `due − margin` while nothing
 * has left, and from `due − margin / 2` sends by itself. Where no protective notice is allowed, it counts from `due`.
 * Every later duty to tell is guarded by `undone`.
 */
export function watchNotice(noticeCase: NoticeCase, now: Date): WatchAct[] {
  return [...watchFirst(noticeCase, now), ...undone(noticeCase, now), ...alarmMails(noticeCase, now.getTime())];
}

function watchFirst(noticeCase: NoticeCase, now: Date): WatchAct[] {
  const nowMs = now.getTime();
  const instants = watchInstants(noticeCase);
  const { life, dischargedAt } = noticeCase.notice;
  if (instants === null || life !== 'OPEN' || dischargedAt !== null) return [];
  const sent = nowMs < instants.sendAtMs ? [] : sending(noticeCase, nowMs);
  // What it has just frozen is not asked of people: the next look carries it, then says that it has left.
  if (sent.some(({ kind }) => kind === 'protect')) return sent;
  return [...sent, ...(nowMs < instants.alarmAtMs ? [] : alarm(noticeCase, instants.alarmAtMs))];
}

/**
 * What the engine should have done a grace ago: the withdrawal of what was no breach, the report of an incident, another
 * way for a mail that failed, the reminders of a supplement that is due in four hours (architecture section 3b, t0), and
 * the mails of a version after the first has left.
 */
function undone(noticeCase: NoticeCase, now: Date): WatchAct[] {
  const until = new Date(now.getTime() - graceMs(noticeCase));
  const due = milestonesOf(noticeCase, until).filter(({ atMs }) => atMs <= until.getTime());
  const isFirst = watchInstants(noticeCase) !== null && noticeCase.notice.dischargedAt === null;
  const answers = exchanged(noticeCase, until.getTime());
  return [...due.filter(isGuarded), ...(isFirst ? [] : mailsOfNewest(noticeCase, until.getTime())), ...answers];
}

function isGuarded(milestone: Milestone): milestone is WatchAct {
  switch (milestone.kind) {
    case 'withdraw':
    case 'report':
    case 'fallBack':
    case 'hand':
      return true;
    case 'remind':
      return milestone.ladder === 'supplement';
    case 'protect': // has instants of its own
    case 'deliver': // below, mail by mail
    case 'settle':
      return false;
  }
}

/**
 * From when the watchdog alarms, and from when it sends, ms since the epoch; null while no clock runs.
 * A clock that came to run late, or was corrected, leaves the engine the same time before the alarm.
 */
export function watchInstants(noticeCase: NoticeCase): { alarmAtMs: number; sendAtMs: number } | null {
  const due = dueOf(noticeCase);
  if (due === null) return null;
  const { notice, incident, agreement } = noticeCase;
  const margin = marginMs(agreement.terms);
  const isProtected = agreement.terms.protectiveNotice.enabled;
  const engineAtMs = Date.parse(due.dueAt) - (isProtected ? margin : 0);
  const { changedAt } = incident.clock;
  const armedMs = Math.max(engineAtMs, Date.parse(notice.openedAt), changedAt === null ? 0 : Date.parse(changedAt));
  const alarmAtMs = armedMs + graceMs(noticeCase);
  return { alarmAtMs, sendAtMs: isProtected ? Math.max(engineAtMs + margin / 2, armedMs) : alarmAtMs };
}

/** Freezes what can be said where nobody has; then every mail of it that is not under way. */
function sending(noticeCase: NoticeCase, nowMs: number): WatchAct[] {
  const { notice, agreement } = noticeCase;
  const version = newestVersion(notice);
  if (version === null) {
    const kind = agreement.terms.protectiveNotice.enabled ? 'protective' : 'overdue';
    return [{ kind: 'protect', atMs: nowMs, version: kind }];
  }
  return mailsOfNewest(noticeCase, nowMs);
}

/** Those that are not under way, due by `untilMs`. */
function mailsOfNewest({ notice, agreement }: NoticeCase, untilMs: number): WatchAct[] {
  const ids = newestVersion(notice)?.deliverableIds ?? [];
  const scale = retryScale(agreement.terms.breachNotice.hours);
  return notice.outbox
    .filter(({ id }) => ids.includes(id))
    .filter((outgoing) => isDueBy(nextTryMs(outgoing, scale), untilMs) && !waitsForEarlier(notice.outbox, outgoing))
    .map(({ id }) => ({ kind: 'deliver', atMs: untilMs, deliverableId: id }));
}

/** To the controller's own installation, what is of no newest version: an answer, or an older version that was put off. */
function exchanged({ notice, agreement }: NoticeCase, untilMs: number): WatchAct[] {
  const ids = newestVersion(notice)?.deliverableIds ?? [];
  const scale = retryScale(agreement.terms.breachNotice.hours);
  return notice.outbox
    .filter(({ id, channel }) => channel === 'exchange' && !ids.includes(id))
    .filter((outgoing) => isDueBy(nextTryMs(outgoing, scale), untilMs) && !waitsForEarlier(notice.outbox, outgoing))
    .map(({ id }) => ({ kind: 'deliver', atMs: untilMs, deliverableId: id }));
}

/** Once a version: to management and whoever is on call. */
function alarm({ notice }: NoticeCase, atMs: number): WatchAct[] {
  const version = newestVersion(notice)?.number ?? 0;
  const isSaid = notice.reminded.some((said) => said.ladder === 'watchdog' && said.version === version);
  return isSaid ? [] : [{ kind: 'remind', ladder: 'watchdog', version, step: 100, roles: ['DIR', 'O'], atMs }];
}

/** An alarm that waits for the engine would be none; the mails of a supplement's reminders are left to it for a grace. */
function alarmMails(noticeCase: NoticeCase, nowMs: number): WatchAct[] {
  const { notice, agreement } = noticeCase;
  const firstOf = (ladder: Ladder): number =>
    Math.min(...notice.reminded.flatMap((said) => (said.ladder === ladder ? [Date.parse(said.at)] : [])));
  const [alarmedMs, supplementMs] = [firstOf('watchdog'), firstOf('supplement')];
  const scale = retryScale(agreement.terms.breachNotice.hours);
  return notice.outbox
    .filter(({ to }) => to.kind === 'person')
    .filter((outgoing) => {
      const frozenMs = Date.parse(outgoing.frozenAt);
      const tryMs = nextTryMs(outgoing, scale);
      if (frozenMs >= alarmedMs) return isDueBy(tryMs, nowMs);
      return frozenMs >= supplementMs && isDueBy(tryMs, nowMs - graceMs(noticeCase));
    })
    .map(({ id }) => ({ kind: 'deliver', atMs: nowMs, deliverableId: id }));
}

const isDueBy = (atMs: number | null, nowMs: number): boolean => atMs !== null && atMs <= nowMs;
