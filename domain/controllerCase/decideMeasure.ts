import { takingFault, verdictFault, yielding } from '../consultation/measure';
import type { MeasureSaid } from '../consultation/said';
import { notAhead, notBehind, outOfOrder } from '../incident/chronology';
import { answerDue, countedAt } from '../notice/answerDue';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import type { CaseCommandOf } from './commands';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';

export type MeasureCommand = CaseCommandOf<'processor.propose' | 'processor.decide' | 'processor.take'>;

/** A measure that the processor proposes, our word on it, or that it was taken without one (duty S3-05). */
export function decideMeasure(one: ControllerCase, command: MeasureCommand, around: AroundCase): Result<CaseEvent> {
  switch (command.kind) {
    case 'processor.propose':
      return propose(one, command, around);
    case 'processor.decide':
      return decide(one, command, around);
    case 'processor.take':
      return take(one, command, around);
  }
}

function propose(
  { processor }: ControllerCase,
  { measureId, proposedAt, urgentHours, dueAt, what }: CaseCommandOf<'processor.propose'>,
  { now, newId, answering }: AroundCase,
): Result<CaseEvent> {
  const issues: Issue[] = outOfOrder([{ pointer: '/proposedAt', at: proposedAt }], now);
  const isThere = processor.measures.some(({ id }) => id === measureId);
  if (isThere) issues.push({ pointer: '/measureId', message: 'has been recorded' });
  if (dueAt !== null && Date.parse(dueAt) <= Date.parse(proposedAt)) {
    issues.push({ pointer: '/dueAt', message: 'is not after it was proposed' });
  }
  if (issues.length > 0) return invalid(issues);
  const limit = dueAt ?? answerDue(proposedAt, answering, urgentHours);
  const said = { measureId: measureId ?? newId, what, proposedAt, dueAt: limit, urgent: urgentHours !== null };
  const values = { ...said, counted: countedAt(answering) };
  return done({ type: 'processor.measureProposed', values });
}

function decide(
  { processor: { measures } }: ControllerCase,
  command: CaseCommandOf<'processor.decide'>,
  { now, isInside: byItself }: AroundCase,
): Result<CaseEvent> {
  const fault = verdictFault(measures, command);
  if (fault !== null) return fault;
  const { measureId, verdict, text, name, function: role, answeredAt } = command;
  const issues = after('/answeredAt', answeredAt, { measures, measureId }, now);
  if (issues.length > 0) return invalid(issues);
  const said = { measureId, verdict, text, name, function: role, answeredAt };
  const values = { ...said, byItself, via: 'account' as const, deliverables: [] };
  return done({ type: 'processor.measureAnswered', values });
}

/** Our word as the processor holds it: a contact of ours gave it by its link, or on the telephone (ADR 0039). */
export function decideHeard(
  { processor }: ControllerCase,
  { kind: _kind, noticeId: _noticeId, ...said }: MeasureSaid & { kind: 'verdict' },
  now: Date,
): Result<CaseEvent> {
  const measures = processor.measures.map(yielding);
  const fault = verdictFault(measures, said);
  if (fault !== null) return fault;
  const asked = measures.find(({ id }) => id === said.measureId)?.proposedAt ?? said.answeredAt;
  const answeredAt = notBehind(notAhead(said.answeredAt, now), asked); // the clock of another process
  const issues = after('/answeredAt', answeredAt, { measures, measureId: said.measureId }, now);
  if (issues.length > 0) return invalid(issues);
  return done({
    type: 'processor.measureAnswered',
    values: { ...said, answeredAt, byItself: false, deliverables: [] },
  });
}

function take(
  { processor: { measures } }: ControllerCase,
  { measureId, what, reason, takenAt }: CaseCommandOf<'processor.take'>,
  { now, newId }: AroundCase,
): Result<CaseEvent> {
  const id = measureId ?? newId;
  const fault = takingFault(measures, { measureId: id, what });
  if (fault !== null) return fault;
  const issues = after('/takenAt', takenAt, { measures, measureId: id }, now);
  if (issues.length > 0) return invalid(issues);
  return done({ type: 'processor.measureTaken', values: { measureId: id, what, reason, takenAt } });
}

type Which = { measures: ControllerCase['processor']['measures']; measureId: string };

const after = (pointer: string, at: string, { measures, measureId }: Which, now: Date): Issue[] =>
  outOfOrder(
    [
      { pointer: '/proposedAt', at: measures.find(({ id }) => id === measureId)?.proposedAt ?? null, recorded: true },
      { pointer, at },
    ],
    now,
  );

const invalid = (issues: Issue[]): Result<never> => refused({ code: 'input.invalid', issues });
