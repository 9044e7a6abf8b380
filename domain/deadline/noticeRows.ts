import { answerDue } from '../notice/answerDue';
import { dueOf, isOnlyCaught, newestGoneAt, type NoticeCase, protectAt, supplementDue } from '../notice/case';
import { promisesOf } from '../notice/content';
import { newestVersion } from '../notice/fold';
import { ACKNOWLEDGED_HOURS, MISSING_EXPLAIN_HOURS, type Rung, rungsOf } from '../notice/ladders';
import { awaitedFor } from '../notice/measures';
import { nextMilestone } from '../notice/nextMilestone';
import { waitingToPassOn } from '../notice/passOn';
import { HOUR_MS, plusMs } from '../shared/instant';
import type { Role } from '../shared/roles';
import { type AloneAct, type ClockRow, plainRow } from './clockRow';
import { runningClock, within } from './clockState';

const RESPONDERS: readonly Role[] = ['O', 'IM', 'DPO'];

/** Every clock of one notice. What is not owed, or no longer, has no row; a question has one after the notice's end too. */
export function noticeRows(noticeCase: NoticeCase, now: Date): ClockRow[] {
  const { notice } = noticeCase;
  if (notice.life !== 'OPEN') return questions(noticeCase, now);
  return [
    ...telling(noticeCase, now),
    ...supplement(noticeCase),
    ...passingOn(noticeCase, now),
    ...promised(noticeCase),
    ...acknowledgement(noticeCase, now),
    ...questions(noticeCase, now),
    ...measures(noticeCase, now),
    ...lateReason(noticeCase, now),
  ];
}

function row(noticeCase: NoticeCase, own: Partial<ClockRow> & Pick<ClockRow, 'obligation' | 'clock'>): ClockRow {
  const { id, opened } = noticeCase.notice;
  const { incidentId, agreementId } = opened;
  return { ...plainRow, incidentId, noticeId: id, agreementId, roles: RESPONDERS, ...own };
}

/** The contract's limit: to send, then to see it gone. */
function telling(noticeCase: NoticeCase, now: Date): ClockRow[] {
  const due = dueOf(noticeCase);
  if (due === null) return [];
  const { notice, agreement } = noticeCase;
  const { t0, dueAt, provisional } = due;
  return [
    row(noticeCase, {
      obligation: newestVersion(notice) === null ? 'notice' : 'delivery',
      clock: {
        ...runningClock(t0, dueAt),
        doneAt: notice.dischargedAt,
        ...(isOnlyCaught(notice) && { caught: true }),
      },
      provisional,
      source: 'contract',
      hours: agreement.terms.breachNotice.hours,
      alone: notice.dischargedAt === null ? aloneOf(noticeCase, now) : null,
    }),
  ];
}

/** What leaves by itself comes before who is reminded: it is what a person most wants to know. */
function aloneOf(noticeCase: NoticeCase, now: Date): AloneAct | null {
  const due = dueOf(noticeCase);
  if (due === null || newestVersion(noticeCase.notice) !== null) return nextAlone(noticeCase, now);
  const protectiveAt = protectAt(noticeCase);
  return protectiveAt === null ? { act: 'overdue', at: due.dueAt } : { act: 'protect', at: protectiveAt };
}

const TO_CONTACTS: readonly Rung['ladder'][] = ['acknowledgement', 'answered', 'measure'];

/** The next thing that time alone makes happen to this notice; null where it only ends. */
export function nextAlone(noticeCase: NoticeCase, now: Date): AloneAct | null {
  const milestone = nextMilestone(noticeCase, now);
  if (milestone === null) return null;
  const at = new Date(milestone.atMs).toISOString();
  switch (milestone.kind) {
    case 'remind':
      return { act: 'remind', at, roles: milestone.roles, toContacts: TO_CONTACTS.includes(milestone.ladder) };
    case 'protect':
      return { act: milestone.version === 'protective' ? 'protect' : 'overdue', at };
    case 'deliver':
    case 'withdraw':
    case 'report':
      return { act: milestone.kind, at };
    case 'fallBack':
    case 'hand':
    case 'settle':
      return null;
  }
}

function supplement(noticeCase: NoticeCase): ClockRow[] {
  const due = supplementDue(noticeCase);
  if (due === null) return [];
  const startedAt = new Date(due.fromMs).toISOString();
  const hours = (Date.parse(due.dueAt) - due.fromMs) / HOUR_MS;
  return [row(noticeCase, { obligation: 'supplement', clock: runningClock(startedAt, due.dueAt), hours })];
}

/** The oldest thing that a sub-processor told and that has not gone on: the one whose target comes first. */
function passingOn(noticeCase: NoticeCase, now: Date): ClockRow[] {
  const [first] = waitingToPassOn(noticeCase).toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  if (first === undefined) return [];
  const { receivedAt, dueAt, hours, place: version } = first;
  const alone = nextReminder(noticeCase, now, { ladder: 'passOn', version });
  return [row(noticeCase, { obligation: 'passOn', clock: runningClock(receivedAt, dueAt), hours, alone })];
}

function promised(noticeCase: NoticeCase): ClockRow[] {
  const { notice, agreement } = noticeCase;
  const from = notice.dischargedAt;
  const missingHours = MISSING_EXPLAIN_HOURS / (agreement.pace ?? 1);
  if (from === null) return [];
  return promisesOf(notice).map(({ item, eta }) => {
    const isDated = eta !== null;
    const clock = runningClock(from, eta ?? plusMs(from, missingHours * HOUR_MS));
    const source = isDated ? 'promise' : 'procedure';
    return row(noticeCase, { obligation: 'item', clock, item, source, hours: isDated ? null : missingHours });
  });
}

function acknowledgement(noticeCase: NoticeCase, now: Date): ClockRow[] {
  const { notice, agreement } = noticeCase;
  const goneAt = newestGoneAt(notice);
  const version = newestVersion(notice);
  if (!agreement.terms.acknowledgement.expected || goneAt === null || version === null) return [];
  if (version.kind === 'withdrawal') return [];
  if (notice.delivery === 'ACKED') return [];
  const hours = ACKNOWLEDGED_HOURS / (agreement.pace ?? 1);
  return [
    row(noticeCase, {
      obligation: 'acknowledgement',
      clock: within(goneAt, hours),
      hours,
      alone: nextReminder(noticeCase, now, { ladder: 'acknowledgement', version: version.number }),
    }),
  ];
}

/** The contract's limit in working days; the target of 24 hours is what Vigie reminds of by itself. */
function questions(noticeCase: NoticeCase, now: Date): ClockRow[] {
  const { notice, agreement } = noticeCase;
  return notice.questions.flatMap(({ askedAt, answeredAt, urgentHours }, index) => {
    if (answeredAt !== null) return [];
    const dueAt = answerDue(askedAt, agreement, urgentHours);
    const alone = nextReminder(noticeCase, now, { ladder: 'question', version: index + 1 });
    return [
      row(noticeCase, { obligation: 'question', clock: runningClock(askedAt, dueAt), source: 'contract', alone }),
    ];
  });
}

/** What the controller owes a word on: ours is to remind it, and to say whether that can be awaited. */
const measures = (noticeCase: NoticeCase, now: Date): ClockRow[] =>
  noticeCase.notice.measures.flatMap((measure, index) => {
    const awaited = awaitedFor(measure, noticeCase.notice, noticeCase.agreement);
    if (awaited === null) return [];
    const alone = nextReminder(noticeCase, now, { ladder: 'measure', version: index + 1 });
    const clock = runningClock(awaited.from, awaited.dueAt);
    return [row(noticeCase, { obligation: 'measureWord', clock, source: 'contract', alone })];
  });

/** The next step of one ladder that is yet to come. */
function nextReminder(noticeCase: NoticeCase, now: Date, of: Pick<Rung, 'ladder' | 'version'>): AloneAct | null {
  const [next] = rungsOf(noticeCase, now)
    .filter(({ ladder, version, atMs }) => ladder === of.ladder && version === of.version && atMs > now.getTime())
    .toSorted((a, b) => a.atMs - b.atMs);
  if (next === undefined) return null;
  const at = new Date(next.atMs).toISOString();
  return { act: 'remind', at, roles: next.roles, toContacts: TO_CONTACTS.includes(next.ladder) };
}

/** Whatever left after its limit, or has not left, owes a reason (domain rules section 7.3). */
function lateReason(noticeCase: NoticeCase, now: Date): ClockRow[] {
  const { notice } = noticeCase;
  const due = dueOf(noticeCase);
  if (due === null || newestVersion(notice) === null) return [];
  const isLate = Date.parse(notice.dischargedAt ?? now.toISOString()) > Date.parse(due.dueAt);
  const isSaid = notice.versions.some(({ lateReason: said }) => said !== null);
  const isExplained = isSaid || notice.explained.some(({ what }) => what === 'late');
  if (!isLate || isExplained) return [];
  return [row(noticeCase, { obligation: 'lateReason', clock: runningClock(due.dueAt, due.dueAt), source: 'contract' })];
}
