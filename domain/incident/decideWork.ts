import { done, type Issue, refused, type Result } from '../shared/errors';
import type { Around } from './around';
import { EARLIEST_BEGINNING, outOfOrder, outOfReach } from './chronology';
import type { CommandOf } from './commands';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';

type WorkCommand = CommandOf<'measure.add' | 'facts.record' | 'note.add' | 'breakGlass.review'>;

/** Additions: what is known, what is done, what is reviewed. */
export function decideWork(incident: Incident, command: WorkCommand, around: Around): Result<IncidentEvent> {
  switch (command.kind) {
    case 'measure.add':
      return addMeasure(command, around);
    case 'facts.record':
      return recordFacts(incident, command, around);
    case 'note.add':
      return done({ type: 'note.added', values: { noteId: around.newId, class: command.class, text: command.text } });
    case 'breakGlass.review':
      return review(incident, command, around);
  }
}

function addMeasure(command: CommandOf<'measure.add'>, around: Around): Result<IncidentEvent> {
  const { kind: _kind, measureKind, ...values } = command;
  const issues = unknownAgreement(command, around);
  const when = { pointer: '/at', at: command.at };
  issues.push(...(command.status === 'taken' ? outOfOrder([when], around.now) : outOfReach(when, around.now)));
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'measure.added', values: { ...values, kind: measureKind, measureId: around.newId } });
}

function recordFacts(incident: Incident, command: CommandOf<'facts.record'>, around: Around): Result<IncidentEvent> {
  const { kind: _kind, ...values } = command;
  const { natureAdded = [], attackKnownAt = null, beganAt = null, endedAt = null, ongoing } = command;
  const { status } = incident.clock;
  const issues = [
    ...unknownAgreement(command, around),
    ...outOfOrder([{ pointer: '/attackKnownAt', at: attackKnownAt }], around.now),
    ...outOfOrder(
      [
        { pointer: '/beganAt', at: beganAt },
        { pointer: '/endedAt', at: endedAt },
      ],
      around.now,
      EARLIEST_BEGINNING,
    ),
  ];
  if (natureAdded.length > 0 && status !== 'provisional' && status !== 'confirmed') {
    issues.push({ pointer: '/natureAdded', message: 'that data may be lost is a suspicion: use breach.suspect' });
  }
  if (natureAdded.length > 0 && command.agreementId !== null) {
    // One clock serves every controller touched: a nature of one alone would be told to all (invariant 8).
    issues.push({ pointer: '/natureAdded', message: 'the nature is common to all: leave the agreement out' });
  }
  if (ongoing === true && endedAt !== null) {
    issues.push({ pointer: '/endedAt', message: 'what is ongoing has not ended' });
  }
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'facts.recorded', values });
}

/** Invariant 14: another person of DPO or DIR looks at what one person did for two. */
function review(incident: Incident, command: CommandOf<'breakGlass.review'>, around: Around): Result<IncidentEvent> {
  const { kind: _kind, ...values } = command;
  const broken = incident.breakGlasses.find(({ seq }) => seq === command.breakGlassSeq);
  if (broken === undefined || broken.reviewed !== null) {
    const message = broken === undefined ? 'nobody acted for two in this entry' : 'has been reviewed';
    return refused({ code: 'input.invalid', issues: [{ pointer: '/breakGlassSeq', message }] });
  }
  if (broken.byId === around.actorId) return refused({ code: 'approval.samePerson' });
  return done({ type: 'review.done', values });
}

function unknownAgreement({ agreementId }: { agreementId: string | null }, around: Around): Issue[] {
  return agreementId === null || around.agreementIds.has(agreementId)
    ? []
    : [{ pointer: '/agreementId', message: 'no such agreement' }];
}
