import { z } from 'zod';
import { Pace } from '../../../domain/deadline/pace';
import type { Exercise } from '../../../domain/exercise/fold';
import { incidentOf } from '../../../domain/exercise/fold';
import { endsAt } from '../../../domain/exercise/nextMilestone';
import { Report } from '../../../domain/exercise/reportValues';
import { type Scenario, ScenarioId } from '../../../domain/exercise/scenario';
import type { Incident } from '../../../domain/incident/incident';
import { Language } from '../../../domain/letters/head';
import { Instant } from '../../../domain/shared/instant';
import { Id } from '../../http/fields';
import { numberedSchema } from '../written';

const words = (description: string) => z.string().meta({ description });

export const ScenarioView = z
  .strictObject({
    id: ScenarioId.meta({ description: 'name of the scenario' }),
    title: words('its title, in the language asked for'),
    about: words('what happens'),
    hours: z.number().meta({ description: 'how long it lasts at most, in hours of what it stands for' }),
    fixture: z.string().nullable().meta({ description: 'incident of `fixtures/incidents.json` whose facts it has' }),
    injects: z.int().meta({ description: 'how many things are told' }),
  })
  .meta({ id: 'Scenario', description: 'What can be rehearsed' });

const told = z.strictObject({
  index: z.int().nonnegative().meta({ description: 'place in the scenario, from 0' }),
  at: Instant.meta({ description: 'when it was told' }),
  text: z.string().nullable().meta({ description: 'what was told; null where erased' }),
});

export const ExerciseView = z
  .strictObject({
    id: Id,
    ref: words('`EXE-…`'),
    stage: z.enum(['PLANNED', 'STOPPED', 'CONCLUDED']).meta({ description: 'where it stands' }),
    revision: z.int().positive().meta({ description: 'of its newest entry' }),
    scenario: ScenarioId.meta({ description: 'what is rehearsed' }),
    pace: Pace.meta({ description: 'its clocks run so many times faster' }),
    language: Language.meta({ description: 'language of what is told' }),
    startsAt: Instant.meta({ description: 'when it begins' }),
    endsAt: Instant.meta({ description: 'when it ends by itself' }),
    agreementIds: z.array(z.string()).meta({ description: 'agreements that it may touch' }),
    incidentId: z.string().nullable().meta({ description: 'the incident that it opened; null before' }),
    told: z.array(told).meta({ description: 'what was told so far' }),
    stoppedAt: Instant.nullable().meta({ description: 'when it was stopped; null while it goes on' }),
    reportHash: z.string().nullable().meta({ description: 'SHA-256 of the report; null before it was concluded' }),
    score: z.int().nullable().meta({ description: 'points reached; null before it was concluded' }),
    most: z.int().nullable().meta({ description: 'points that could be reached' }),
  })
  .meta({ id: 'Exercise', description: 'A drill on the same machine' });

export const ExerciseSignalView = z
  .strictObject({
    incidentId: Id.meta({ description: 'what it opened' }),
    ref: words('`SIG-…` or, once declared, `INC-…`'),
    stage: words('where it stands, as an incident says it'),
    alertedAt: Instant.meta({ description: 'when it was told' }),
  })
  .meta({ id: 'ExerciseSignal', description: 'A signal that was ticked as an exercise, though none was planned' });

export const presentExerciseSignal = ({
  id,
  reference,
  stage,
  report,
}: Incident): z.output<typeof ExerciseSignalView> => ({
  incidentId: id,
  ref: reference.incident ?? reference.signal,
  stage,
  alertedAt: report.alertedAt,
});

export const ExerciseReport = Report.extend({}).meta({
  id: 'ExerciseReport',
  description: 'What an exercise has shown, reckoned from the journal alone',
});

export const Written = numberedSchema({ id: 'ExerciseWritten', ref: '`EXE-…`' });

export function presentExercise(exercise: Exercise): z.output<typeof ExerciseView> {
  const { id, reference: ref, stage, revision, planned, injected, stopped, concluded } = exercise;
  const { scenario, pace, language, startsAt, agreementIds } = planned;
  const plan = { scenario, pace, language, startsAt, agreementIds };
  return {
    id,
    ref,
    stage,
    revision,
    ...plan,
    endsAt: endsAt(exercise),
    incidentId: incidentOf(exercise),
    told: injected.map(({ index, at, text }) => ({ index, at, text })),
    stoppedAt: stopped?.at ?? null,
    reportHash: concluded?.reportHash ?? null,
    score: concluded?.score ?? null,
    most: concluded?.most ?? null,
  };
}

export const presentScenario = (
  { id, title, about, hours, fixture, injects }: Scenario,
  language: Language,
): z.output<typeof ScenarioView> => ({
  id,
  hours,
  fixture,
  title: title[language],
  about: about[language],
  injects: injects.length,
});
