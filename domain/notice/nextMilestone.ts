import { isAwaited } from '../consultation/measure';
import { soonest } from '../deadline/soonest';
import { failedAt } from '../delivery/failedAt';
import { leavesByItself, nextDelivery, tellsItself, type Outgoing } from '../delivery/outbox';
import { DAY_MS } from '../shared/instant';
import { dueOf, newestGoneAt, type NoticeCase, protectAt } from './case';
import type { EventOf } from './events';
import { newestVersion } from './fold';
import { type ToHand, toHand } from './handing';
import { type Rung, rungsOf } from './ladders';
import { isClimbed } from './ongoing';

/** That an exercise is over comes from its exercise alone. */
export type Ground = Exclude<EventOf<'notice.closed'>['values']['ground'], 'exerciseOver'>;

/** What time alone makes due. `atMs` is milliseconds since the epoch and may be past. */
export type Milestone =
  | { kind: 'deliver'; atMs: number; deliverableId: string }
  | { kind: 'protect'; atMs: number; version: 'protective' | 'overdue' }
  | { kind: 'report'; atMs: number }
  | { kind: 'withdraw'; atMs: number }
  | { kind: 'fallBack'; atMs: number; failedId: string }
  | ({ kind: 'hand' } & ToHand)
  | { kind: 'settle'; atMs: number; ground: Ground }
  | ({ kind: 'remind' } & Rung);

/**
 * The next thing that time alone makes due, or null when nothing is.
 * What has passed comes first: sending before reminding, and of a ladder's passed steps only the highest.
 *
 * @param handFromMs nothing is handed to another organisation before this instant, since it has failed; ms since the epoch
 */
export const nextMilestone = (noticeCase: NoticeCase, now: Date, handFromMs = 0): Milestone | null =>
  soonest(milestonesOf(noticeCase, now, handFromMs), now);

/** The next of each kind that time alone makes due, in order of urgency; `now` bounds the ladders. */
export const milestonesOf = (noticeCase: NoticeCase, now: Date, handFromMs = 0): Milestone[] => [
  ...sending(noticeCase),
  ...nextRungs(noticeCase, now),
  ...hand(noticeCase, handFromMs), // what another organisation has to take holds up nothing of ours
];

/** In order of urgency. */
function sending(noticeCase: NoticeCase): Milestone[] {
  const all = [
    deliver(noticeCase, tellsItself),
    dispatch(noticeCase),
    fallBack(noticeCase),
    deliver(noticeCase, (outgoing) => !tellsItself(outgoing)), // a place that is slow holds no notice back
    settle(noticeCase),
  ];
  return all.filter((milestone): milestone is Milestone => milestone !== null);
}

function deliver({ notice, agreement }: NoticeCase, which: (outgoing: Outgoing) => boolean): Milestone | null {
  const next = nextDelivery(notice.outbox.filter(which), retryScale(agreement.terms.breachNotice.hours));
  return next && { kind: 'deliver', ...next };
}

/** Back-off shrinks with the contract, so that a short one is still tried many times; one second at least. */
export const retryScale = (hours: number): number => Math.min(1, Math.max(1 / 60, hours / 24));

function dispatch(noticeCase: NoticeCase): Milestone | null {
  const { notice, incident } = noticeCase;
  if (notice.life !== 'OPEN') return null;
  const version = newestVersion(notice);
  if (notice.opened.purpose === 'incidentReport') {
    return version === null ? { kind: 'report', atMs: Date.parse(notice.openedAt) } : null;
  }
  if (incident.clock.status === 'cancelled') {
    const isTold = version !== null && version.kind !== 'withdrawal';
    return isTold ? { kind: 'withdraw', atMs: Date.parse(incident.clock.changedAt ?? notice.openedAt) } : null;
  }
  const due = dueOf(noticeCase);
  if (version !== null || due === null) return null;
  const protectiveAt = protectAt(noticeCase);
  // Without the clause, what exists still leaves at the due instant: nothing is silently late.
  return protectiveAt === null
    ? { kind: 'protect', version: 'overdue', atMs: Date.parse(due.dueAt) }
    : { kind: 'protect', version: 'protective', atMs: Date.parse(protectiveAt) };
}

/** To the controller's own organisation, whatever became of the mail. */
const hand = ({ notice }: NoticeCase, fromMs: number): Milestone[] =>
  toHand(notice)
    .slice(0, 1)
    .map((next) => ({ kind: 'hand', ...next, atMs: Math.max(next.atMs, fromMs) }));

function fallBack({ notice }: NoticeCase): Milestone | null {
  const ids = newestVersion(notice)?.deliverableIds ?? [];
  if (notice.life !== 'OPEN' || notice.delivery === 'ACKED') return null;
  const failures = notice.outbox
    .filter((one) => leavesByItself(one) && ids.includes(one.id) && !notice.fellBack.includes(one.id))
    .flatMap((outgoing) => {
      const at = failedAt(outgoing);
      return at === null ? [] : [{ kind: 'fallBack' as const, failedId: outgoing.id, atMs: Date.parse(at) }];
    });
  return failures[0] ?? null;
}

/** Ends by itself: told of the withdrawal, never sent, or silence after all was said. */
function settle(noticeCase: NoticeCase): Milestone | null {
  const { notice, incident, agreement } = noticeCase;
  if (notice.life !== 'OPEN') return null;
  const version = newestVersion(notice);
  if (version === null) {
    const isOver = notice.opened.purpose === 'breach' && incident.clock.status === 'cancelled';
    return isOver
      ? { kind: 'settle', ground: 'neverSent', atMs: Date.parse(incident.clock.changedAt ?? notice.openedAt) }
      : null;
  }
  const goneAt = newestGoneAt(notice);
  if (goneAt === null) return null;
  if (version.kind === 'withdrawal') return { kind: 'settle', ground: 'withdrawn', atMs: Date.parse(goneAt) };
  const isAnswered = notice.delivery === 'ACKED' || notice.explained.some(({ what }) => what === 'silence');
  if (notice.content !== 'COMPLETE' || !isAnswered || notice.measures.some(isAwaited)) return null;
  const heard = [...notice.acknowledgements, ...notice.measures.flatMap(({ verdict }) => verdict ?? [])];
  const silenceMs = agreement.terms.silenceClosesAfterDays * DAY_MS;
  return {
    kind: 'settle',
    ground: 'silence',
    atMs: Math.max(Date.parse(goneAt), ...heard.map(({ at }) => Date.parse(at))) + silenceMs,
  };
}

/** Per ladder of a version or question: the highest passed step that nobody was told of, else the next to come. */
function nextRungs(noticeCase: NoticeCase, now: Date): Milestone[] {
  const open = rungsOf(noticeCase, now).filter(
    (rung) => isClimbed(noticeCase.notice, rung) && rung.step > saidStep(noticeCase, rung),
  );
  const byLadder = new Map<string, Rung>();
  for (const rung of open) {
    const one = `${rung.ladder} ${rung.version}`;
    const held = byLadder.get(one);
    if (held === undefined || rung.atMs <= now.getTime()) byLadder.set(one, rung);
  }
  return [...byLadder.values()].map((rung) => ({ kind: 'remind', ...rung }));
}

function saidStep({ notice }: NoticeCase, { ladder, version }: Rung): number {
  const said = notice.reminded.filter((one) => one.ladder === ladder && one.version === version);
  return said.reduce((highest, { step }) => Math.max(highest, step), 0);
}
