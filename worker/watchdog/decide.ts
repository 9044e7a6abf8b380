import { nextTryMs } from '../../domain/delivery/outbox';
import { dueOf, marginMs, type NoticeCase } from '../../domain/notice/case';
import { newestVersion } from '../../domain/notice/fold';
import { type Milestone, retryScale } from '../../domain/notice/nextMilestone';
import { MINUTE_MS } from '../../domain/shared/instant';

/** What the second path does; each is an act that the engine would do too, under the same key. */
export type WatchAct = Extract<Milestone, { kind: 'protect' | 'remind' | 'deliver' }>;

const LONGEST_WAIT_BEFORE_ALARM_MS = 2 * MINUTE_MS;

/**
 * What the watchdog has to do for a notice at `now`, in order: nothing, as long as the engine does its work.
 *
 * With `margin` as the agreement's terms have it, it alarms min(2 min, margin / 4) after `due − margin` while nothing
 * has left, and from `due − margin / 2` sends by itself. Where no protective notice is allowed, it counts from `due`.
 */
export function watchNotice(noticeCase: NoticeCase, now: Date): WatchAct[] {
  const nowMs = now.getTime();
  const instants = watchInstants(noticeCase);
  if (instants === null || noticeCase.notice.life !== 'OPEN') return [];
  const isTold = noticeCase.notice.dischargedAt !== null;
  return [
    ...(isTold || nowMs < instants.sendAtMs ? [] : sending(noticeCase, nowMs)),
    ...(isTold || nowMs < instants.alarmAtMs ? [] : alarm(noticeCase, instants.alarmAtMs)),
    ...alarmMails(noticeCase, nowMs),
  ];
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
  const alarmAtMs = armedMs + Math.min(LONGEST_WAIT_BEFORE_ALARM_MS, margin / 4);
  return { alarmAtMs, sendAtMs: isProtected ? Math.max(engineAtMs + margin / 2, armedMs) : alarmAtMs };
}

/** Freezes what can be said where nobody has; then every mail of it that is not under way. */
function sending({ notice, agreement }: NoticeCase, nowMs: number): WatchAct[] {
  const version = newestVersion(notice);
  if (version === null) {
    const kind = agreement.terms.protectiveNotice.enabled ? 'protective' : 'overdue';
    return [{ kind: 'protect', atMs: nowMs, version: kind }];
  }
  const scale = retryScale(agreement.terms.breachNotice.hours);
  return notice.outbox
    .filter(({ id }) => version.deliverableIds.includes(id))
    .filter((outgoing) => isDueBy(nextTryMs(outgoing, scale), nowMs))
    .map(({ id }) => ({ kind: 'deliver', atMs: nowMs, deliverableId: id }));
}

/** Once a version: to management and whoever is on call. */
function alarm({ notice }: NoticeCase, atMs: number): WatchAct[] {
  const version = newestVersion(notice)?.number ?? 0;
  const isSaid = notice.reminded.some((said) => said.ladder === 'watchdog' && said.version === version);
  return isSaid ? [] : [{ kind: 'remind', ladder: 'watchdog', version, step: 100, roles: ['DIR', 'O'], atMs }];
}

/** An alarm that waits for the engine would be none. */
function alarmMails({ notice, agreement }: NoticeCase, nowMs: number): WatchAct[] {
  const alarmedMs = notice.reminded.flatMap(({ ladder, at }) => (ladder === 'watchdog' ? [Date.parse(at)] : []));
  if (alarmedMs.length === 0) return [];
  const scale = retryScale(agreement.terms.breachNotice.hours);
  return notice.outbox
    .filter(({ to, frozenAt }) => to.kind === 'person' && Date.parse(frozenAt) >= Math.min(...alarmedMs))
    .filter((outgoing) => isDueBy(nextTryMs(outgoing, scale), nowMs))
    .map(({ id }) => ({ kind: 'deliver', atMs: nowMs, deliverableId: id }));
}

const isDueBy = (atMs: number | null, nowMs: number): boolean => atMs !== null && atMs <= nowMs;
