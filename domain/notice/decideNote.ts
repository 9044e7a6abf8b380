import { isAwaited } from '../consultation/measure';
import { canReplay, leavesByItself } from '../delivery/outbox';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { HOUR_MS } from '../shared/instant';
import { UrgentHours } from './answerDue';
import type { NoticeCase } from './case';
import { decideMeasure, NOT_URGENT } from './decideMeasure';
import { draftIssues } from './checkItems';
import type { NotingCommand } from './commands';
import type { NoticeEvent } from './events';
import type { Notice } from './fold';
import { takenAfter, wrongState } from './taken';

/** What an act that sends nothing writes into the journal, or every reason why it may not. */
export function decideNote(
  { notice }: Pick<NoticeCase, 'notice'>,
  command: NotingCommand,
  now: Date,
): Result<NoticeEvent> {
  const { life } = notice;
  if (life !== 'OPEN' && !takenAfter(life).includes(command.kind)) return wrongState(notice, command.kind);
  switch (command.kind) {
    case 'draft': {
      const issues = draftIssues(command.items, now);
      return issues.length > 0 ? invalid(issues) : done({ type: 'notice.drafted', values: { items: command.items } });
    }
    case 'acknowledge':
      return decideAcknowledge(notice, command);
    case 'logCall': {
      const { contactId, reached, note = null } = command;
      return done({ type: 'notice.called', values: { contactId, reached, note } });
    }
    case 'ask':
      return decideAsk(notice, command, now);
    case 'answer':
      return decideAnswer(notice, command);
    case 'proposeMeasure':
    case 'answerMeasure':
    case 'takeMeasure':
      return decideMeasure(notice, command);
    case 'replay':
      return decideReplay(notice, command);
    case 'explain':
      return done({ type: 'notice.explained', values: { what: command.what, reason: command.reason } });
    case 'close':
      return decideClose(notice, command);
    case 'reopen':
      return life === 'OPEN'
        ? wrongState(notice, 'reopen')
        : done({ type: 'notice.reopened', values: { reason: command.reason } });
  }
}

function decideAcknowledge(notice: Notice, command: NotingCommand & { kind: 'acknowledge' }): Result<NoticeEvent> {
  const { kind: _kind, at: _at, ...values } = command;
  const exists = notice.versions.some(({ number }) => number === values.version);
  if (!exists) return invalid([{ pointer: '/version', message: 'there is no such version of this notice' }]);
  return done({ type: 'notice.acknowledged', values });
}

/**
 * Questions that one contact may ask within an hour, by its link and by its organisation's case each: whoever holds the link
 * must bury neither those that wait nor those of the case.
 */
export const MOST_QUESTIONS_AN_HOUR = 20;

function decideAsk(notice: Notice, command: NotingCommand & { kind: 'ask' }, now: Date): Result<NoticeEvent> {
  const { questionId, contactId, text, urgentHours = null, via = 'link' } = command;
  if (!UrgentHours.safeParse(urgentHours).success) return invalid([NOT_URGENT]);
  const fresh = notice.questions
    .filter(
      (one) => one.contactId === contactId && one.via === via && now.getTime() - Date.parse(one.recordedAt) < HOUR_MS,
    )
    .map(({ recordedAt }) => Date.parse(recordedAt));
  if (fresh.length >= MOST_QUESTIONS_AN_HOUR) {
    const leftMs = Math.min(...fresh) + HOUR_MS - now.getTime();
    return refused({ code: 'attempts.exceeded', retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) });
  }
  return done({ type: 'notice.asked', values: { questionId, contactId, text, via, urgentHours } });
}

function decideAnswer(notice: Notice, { questionId, text }: NotingCommand & { kind: 'answer' }): Result<NoticeEvent> {
  const question = notice.questions.find(({ id }) => id === questionId);
  if (question === undefined) return invalid([{ pointer: '/questionId', message: 'there is no such question' }]);
  if (question.answeredAt !== null) return invalid([{ pointer: '/questionId', message: 'has been answered' }]);
  return done({ type: 'notice.answered', values: { questionId, text, deliverables: [] } });
}

/** What keeps a notice or a report open: an incident report promises no item, but its questions wait like any other's. */
const unsaid = {
  OPEN: 'nothing has been said yet',
  PHASED: 'items are still to follow, or a question waits for its answer',
};

/**
 * Domain rules section 7.3: complete and acknowledged, or the ladder exhausted with a reason; never while a proposed
 * measure waits for its answer. The machine's grounds are its own.
 */
function decideClose(notice: Notice, command: NotingCommand & { kind: 'close' }): Result<NoticeEvent> {
  const { ground } = command;
  const reason = command.reason ?? null;
  const issues: Issue[] = [];
  if (ground === 'confirmed' || ground === 'ladderExhausted' || ground === 'silence') {
    if (notice.content !== 'COMPLETE') issues.push({ pointer: '/ground', message: unsaid[notice.content] });
    if (notice.measures.some(isAwaited)) {
      issues.push({ pointer: '/ground', message: 'a proposed measure waits for its answer' });
    }
    if (ground === 'confirmed' && notice.delivery !== 'ACKED') {
      issues.push({ pointer: '/ground', message: 'no contact has acknowledged the newest version' });
    }
    if (ground === 'ladderExhausted' && reason === null) {
      issues.push({ pointer: '/reason', message: 'say how the controller was tried to be reached' });
    }
  }
  if (issues.length > 0) return invalid(issues);
  return done({ type: 'notice.closed', values: { ground, reason } });
}

/** The same bytes once more, to the same place. One asking is one attempt: a second waits until that was made. */
function decideReplay({ outbox }: Notice, { deliverableId }: NotingCommand & { kind: 'replay' }): Result<NoticeEvent> {
  const found = outbox.find(({ id }) => id === deliverableId);
  const refuse = (message: string) => invalid([{ pointer: '/deliverableId', message }]);
  if (found === undefined) return refused({ code: 'subject.unknown' });
  if (!leavesByItself(found)) return refuse('a call is made by a person');
  if (!canReplay(found)) return refuse('it is on its way: wait for what comes of it');
  return done({ type: 'delivery.replayAsked', values: { deliverableId } });
}

const invalid = (issues: Issue[]): Result<never> => refused({ code: 'input.invalid', issues });
