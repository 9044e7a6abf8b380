import { dueLadder } from '../deadline/dueLadder';
import { HOUR_MS } from '../shared/instant';
import type { Role } from '../shared/roles';
import { answerDue, dayRungs } from './answerDue';
import { dueOf, newestGoneAt, type NoticeCase, supplementDue } from './case';
import type { Ladder } from './events';
import { promisesOf } from './content';
import { newestVersion } from './fold';
import { measureRungs } from './measures';
import { passOnRungs, unauthorisedRungs } from './passOn';
import { percentRungs } from './percentRungs';
import { readByLink } from './readByLink';

export type Rung = { ladder: Ladder; version: number; step: number; roles: Role[]; atMs: number };

/** The step of the limit's ladder at which our own people are called too: whoever still sleeps is woken. */
const CALL_FROM_PERCENT = 90;
const CALLED: readonly Role[] = ['O', 'IM', 'DPO', 'DIR'];

/** Which of our people are to be called at a step, beside the mails (row "proc 24 h": 90 %). */
export const calledAt = ({ ladder, step }: Pick<Rung, 'ladder' | 'step'>): readonly Role[] =>
  ladder === 'due' && step === CALL_FROM_PERCENT ? CALLED : [];

/** Row "short clocks (4 h)". */
export const supplementLadder: readonly { percent: number; roles: Role[] }[] = [
  { percent: 50, roles: ['O'] },
  { percent: 75, roles: ['IM'] },
  { percent: 90, roles: ['DIR'] },
  { percent: 100, roles: ['DIR'] },
];

/** Section 7.3: 1 h remind, 4 h phone, 8 h DPO to the controller's DPO, 12 h management. */
export const acknowledgementLadder: readonly { hours: number; roles: Role[] }[] = [
  { hours: 1, roles: [] },
  { hours: 4, roles: ['O', 'IM'] },
  { hours: 8, roles: ['DPO'] },
  { hours: 12, roles: ['DIR'] },
];
/** When it ends. */
export const ACKNOWLEDGED_HOURS = acknowledgementLadder.at(-1)?.hours ?? 0;

/** 24 h is the target of section 7.3; the limit itself has the row "5 jours ouvrés". */
const QUESTION_TARGET_HOURS = 24;
/** Row "short clocks (4 h)": what is urgent wakes whoever is on call. */
const urgentLadder: readonly { percent: number; roles: Role[] }[] = [
  { percent: 50, roles: ['O', 'IM'] },
  { percent: 80, roles: ['IM', 'DPO'] },
  { percent: 100, roles: ['DIR'] },
];

const MISSING_EVERY_HOURS = 24;
/** An item without a date is asked for again, with a reason, after so long. */
export const MISSING_EXPLAIN_HOURS = 72;

/**
 * Since when nobody has reacted to the step of this ladder before (UTC); null where a person has acted on the notice
 * since, or where this is the first step. Every reminder and non-reaction is journalled (domain rules section 7.7).
 */
export function unansweredSince(
  { notice }: Pick<NoticeCase, 'notice'>,
  { ladder, version }: Pick<Rung, 'ladder' | 'version'>,
): string | null {
  const before = notice.reminded.findLast((said) => said.ladder === ladder && said.version === version);
  if (before === undefined) return null;
  const { lastActAt } = notice;
  return lastActAt !== null && Date.parse(lastActAt) >= Date.parse(before.at) ? null : before.at;
}

/** Everything that people will be reminded of, past and to come; `now` bounds the endless one. */
export function rungsOf(noticeCase: NoticeCase, now: Date): Rung[] {
  return [
    ...dueRungs(noticeCase),
    ...supplementRungs(noticeCase),
    ...passOnRungs(noticeCase, supplementLadder),
    ...unauthorisedRungs(noticeCase),
    ...acknowledgementRungs(noticeCase),
    ...missingRungs(noticeCase, now),
    ...questionRungs(noticeCase),
    ...measureRungs(noticeCase),
    ...newsRungs(noticeCase.notice),
  ];
}

function dueRungs(noticeCase: NoticeCase): Rung[] {
  const due = dueOf(noticeCase);
  if (due === null || noticeCase.notice.dischargedAt !== null) return [];
  return percentRungs('due', 0, Date.parse(due.t0), Date.parse(due.dueAt), dueLadder);
}

function supplementRungs(noticeCase: NoticeCase): Rung[] {
  const supplement = supplementDue(noticeCase);
  const number = newestVersion(noticeCase.notice)?.number;
  if (supplement === null || number === undefined) return [];
  return percentRungs('supplement', number, supplement.fromMs, Date.parse(supplement.dueAt), supplementLadder);
}

function acknowledgementRungs({ notice, agreement }: NoticeCase): Rung[] {
  const goneAt = newestGoneAt(notice);
  const version = newestVersion(notice);
  if (!agreement.terms.acknowledgement.expected || goneAt === null || version === null) return [];
  if (notice.delivery === 'ACKED' || version.kind === 'withdrawal') return [];
  return acknowledgementLadder.map(({ hours, roles }) => ({
    ladder: 'acknowledgement',
    version: version.number,
    step: hours,
    roles,
    atMs: Date.parse(goneAt) + (hours * HOUR_MS) / (agreement.pace ?? 1),
  }));
}

/** Each 24 hours while an item is promised, and when its own promise has passed; from 72 h on the DPO too, with a reason. */
function missingRungs({ notice, agreement }: NoticeCase, now: Date): Rung[] {
  const hourMs = HOUR_MS / (agreement.pace ?? 1);
  const first = notice.dischargedAt;
  const promises = promisesOf(notice);
  if (first === null || promises.length === 0) return [];
  const sinceHours = (atMs: number) => Math.round(((atMs - Date.parse(first)) / hourMs) * 1000) / 1000;
  const passedHours = Math.max(0, sinceHours(now.getTime()));
  const daily = Array.from(
    { length: Math.floor(passedHours / MISSING_EVERY_HOURS) + 1 },
    (_, index) => (index + 1) * MISSING_EVERY_HOURS,
  );
  const promised = promises.flatMap(({ eta }) => (eta === null ? [] : [sinceHours(Date.parse(eta))]));
  return [...daily, ...promised.filter((hours) => hours > 0)]
    .toSorted((a, b) => a - b)
    .map((hours) => ({
      ladder: 'missing',
      version: 0,
      step: hours,
      roles: hours >= MISSING_EXPLAIN_HOURS ? ['IM', 'DPO'] : ['IM'],
      atMs: Date.parse(first) + hours * hourMs,
    }));
}

/** The oldest question that nobody has answered; `version` is its place among all, so that each has its own ladder. */
function questionRungs({ notice, agreement }: NoticeCase): Rung[] {
  const index = notice.questions.findIndex(({ answeredAt }) => answeredAt === null);
  const question = notice.questions[index];
  if (question === undefined) return [];
  const askedMs = Date.parse(question.askedAt);
  const { urgentHours } = question;
  const dueAt = answerDue(question.askedAt, agreement, urgentHours);
  if (urgentHours !== null) return percentRungs('question', index + 1, askedMs, Date.parse(dueAt), urgentLadder);
  const target = {
    step: 1,
    roles: ['O', 'IM'] as Role[],
    atMs: askedMs + (QUESTION_TARGET_HOURS * HOUR_MS) / (agreement.pace ?? 1),
  };
  const asked = { ladder: 'question' as const, version: index + 1 };
  const rungs = dayRungs({ from: question.askedAt, dueAt }, agreement).map((rung) => ({ ...asked, ...rung }));
  return [{ ...asked, ...target }, ...rungs.filter(({ atMs }) => atMs > target.atMs)];
}

const TOLD: readonly Role[] = ['IM', 'DPO'];

/** What a contact did by its link, the answer to its question, what a machine held back: whom it concerns is told at once, once. */
function newsRungs(notice: NoticeCase['notice']): Rung[] {
  const news = (ladder: Ladder, version: number, roles: readonly Role[], at: string): Rung => ({
    ladder,
    version,
    step: 1,
    roles: [...roles],
    atMs: Date.parse(at),
  });
  const questions = notice.questions.map(({ askedAt, answeredAt, urgentHours }, index) =>
    answeredAt === null
      ? news('asked', index + 1, urgentHours === null ? TOLD : [...TOLD, 'O'], askedAt)
      : news('answered', index + 1, [], answeredAt),
  );
  const held = notice.versions.flatMap(({ number, held: items, frozenAt }) =>
    items.length === 0 ? [] : [news('held', number, TOLD, frozenAt)],
  );
  const read = readByLink(notice);
  return [...held, ...questions, ...(read === undefined ? [] : [news('acknowledged', read.version, TOLD, read.at)])];
}
