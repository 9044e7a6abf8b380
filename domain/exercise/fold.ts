import { addAttempt, addDeliverables, addOutcome, addReport, type Outgoing } from '../delivery/outbox';
import type { Mark } from '../incident/incident';
import type { Entry } from '../journal/entry';
import { isJournalEvent } from '../journal/events';
import { referenceOf } from '../journal/reference';
import type { Folded } from '../journal/states';
import { readEvent } from '../shared/readEvent';
import { SubjectUnreadable } from '../shared/unreadable';
import { ExerciseEvent, exerciseDecisions, type Planned } from './events';
import type { Report } from './reportValues';

export type ExerciseStage = 'PLANNED' | 'STOPPED' | 'CONCLUDED';

/** A drill: what is rehearsed, what was told so far, what came of it. What the team did stands with its incident. */
export type Exercise = Folded & {
  stage: ExerciseStage;
  /** `EXE-…`, numbered by its first entry. */
  reference: string;
  planned: Planned & Mark;
  injected: readonly (Mark & { index: number; incidentId: string | null; caseId?: string; text: string | null })[];
  stopped: (Mark & { ground: 'byHand' | 'timeOver'; reason: string | null }) | null;
  concluded: (Mark & { reportHash: string; score: number; most: number; report: Report }) | null;
  outbox: readonly Outgoing[];
};

/** The incident that it is about; null before its first inject. */
export const incidentOf = ({ injected }: Pick<Exercise, 'injected'>): string | null =>
  injected.find(({ incidentId }) => incidentId !== null)?.incidentId ?? null;

/** The case that a received notice opened; null before one, and in a scenario without any. */
export const receivedCaseOf = ({ injected }: Pick<Exercise, 'injected'>): string | null =>
  injected.find(({ caseId }) => caseId !== undefined)?.caseId ?? null;

/** @throws SubjectUnreadable for an entry that this version does not know */
export function foldExercise(entries: readonly Entry[], start: Exercise | null = null): Exercise | null {
  return entries.reduce(apply, start);
}

function apply(exercise: Exercise | null, entry: Entry): Exercise | null {
  const { seq, revision, recordedAt: at, actor } = entry;
  if (exercise !== null && revision <= exercise.revision) return exercise; // the same entry, read again
  if (exercise !== null && isJournalEvent(entry)) return { ...exercise, seq, revision };
  const event = readEvent(ExerciseEvent, entry);
  const mark = { seq, at, byId: actor.id };
  if (event.type === 'exercise.planned') return planned(entry, { ...event.values, ...mark });
  if (exercise === null) throw new SubjectUnreadable(event.type);
  const decided = exerciseDecisions.includes(event.type) ? revision : exercise.decided;
  return { ...exercise, ...change(exercise, event, mark), seq, revision, decided };
}

const planned = ({ subject, seq, revision, recordedAt }: Entry, values: Planned & Mark): Exercise => ({
  id: subject.id,
  seq,
  revision,
  decided: revision,
  stage: 'PLANNED',
  reference: referenceOf('EXE', { seq, recordedAt }),
  planned: values,
  injected: [],
  stopped: null,
  concluded: null,
  outbox: [],
});

type Later = Exclude<ExerciseEvent, { type: 'exercise.planned' }>;

function change(exercise: Exercise, event: Later, mark: Mark): Partial<Exercise> {
  const { injected, outbox } = exercise;
  switch (event.type) {
    case 'exercise.injected': {
      const { index, incidentId, caseId, text, deliverables } = event.values;
      return {
        injected: [...injected, { ...mark, index, incidentId, ...(caseId !== undefined && { caseId }), text }],
        outbox: addDeliverables(outbox, deliverables, mark.at),
      };
    }
    case 'exercise.stopped':
      return { stage: 'STOPPED', stopped: { ...mark, ...event.values } };
    case 'exercise.concluded':
      return { stage: 'CONCLUDED', concluded: { ...mark, ...event.values } };
    case 'delivery.attempt':
      return { outbox: addAttempt(outbox, event.values) };
    case 'delivery.outcome':
      return { outbox: addOutcome(outbox, event.values, mark.at) };
    case 'delivery.reported':
      return { outbox: addReport(outbox, event.values, mark.at) };
  }
}
