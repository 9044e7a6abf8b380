import { outOfOrder } from '../incident/chronology';
import { answerDue, countedAt } from '../notice/answerDue';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { answerIssues } from './answerIssues';
import type { ControllerCase } from './case';
import type { CaseCommandOf } from './commands';
import { decideMeasure, type MeasureCommand } from './decideMeasure';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';
import { hasProcessor, toldByProcessor, unacknowledged } from './processor';

type Command = CaseCommandOf<'processor.acknowledge' | 'processor.ask' | 'processor.answer'> | MeasureCommand;

/** What is said to the processor, and what it answers (domain rules 7.4). */
export function decideProcessor(one: ControllerCase, command: Command, around: AroundCase): Result<CaseEvent> {
  if (!hasProcessor(one))
    return invalid([{ pointer: '', message: 'no processor told us of it, and it names no contract with one' }]);
  switch (command.kind) {
    case 'processor.acknowledge':
      return acknowledge(one, command, around);
    case 'processor.ask':
      return ask(command, around);
    case 'processor.answer':
      return answer(one, command, around);
    case 'processor.propose':
    case 'processor.decide':
    case 'processor.take':
      return decideMeasure(one, command, around);
  }
}

function acknowledge(
  one: ControllerCase,
  { version: said, acknowledgedAt, name, function: role }: CaseCommandOf<'processor.acknowledge'>,
  { now, isInside: byItself }: AroundCase,
): Result<CaseEvent> {
  const told = toldByProcessor(one);
  const version = said ?? told.findLast((each) => each.version !== null)?.version ?? null;
  const telling = told.find((each) => each.version === version);
  const issues: Issue[] = outOfOrder(
    [
      { pointer: '/receivedAt', at: telling?.receivedAt ?? null, recorded: true },
      { pointer: '/acknowledgedAt', at: acknowledgedAt },
    ],
    now,
  );
  if (telling === undefined) issues.push({ pointer: '/version', message: 'no such version was received' });
  else if (!unacknowledged(one).includes(version)) {
    issues.push({ pointer: '/version', message: 'has been acknowledged' });
  }
  if (issues.length > 0) return invalid(issues);
  const values = {
    version,
    acknowledgedAt,
    name,
    function: role,
    byItself: byItself && version !== null,
    deliverables: [],
  };
  return done({ type: 'processor.acknowledged', values });
}

function ask(
  { askedAt, urgentHours, text }: CaseCommandOf<'processor.ask'>,
  { now, newId: questionId, answering, isInside: byItself }: AroundCase,
): Result<CaseEvent> {
  const issues = outOfOrder([{ pointer: '/askedAt', at: askedAt }], now);
  if (issues.length > 0) return invalid(issues);
  const urgent = urgentHours !== null;
  const dueAt = answerDue(askedAt, answering, urgentHours);
  const counted = countedAt(answering);
  const values = { questionId, askedAt, dueAt, urgent, text, byItself, counted, deliverables: [] };
  return done({ type: 'processor.asked', values });
}

function answer(
  { processor }: ControllerCase,
  { kind: _kind, ...values }: CaseCommandOf<'processor.answer'>,
  { now }: AroundCase,
): Result<CaseEvent> {
  const issues = answerIssues(processor.questions, values, now);
  if (issues.length > 0) return invalid(issues);
  return done({ type: 'processor.answered', values });
}

const invalid = (issues: Issue[]): Result<never> => refused({ code: 'input.invalid', issues });
