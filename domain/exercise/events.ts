import { z } from 'zod';
import { Pace } from '../deadline/pace';
import { attemptEvent, Deliverable, outcomeEvent, reportEvent } from '../delivery/events';
import { Reached } from '../delivery/reached';
import { Language } from '../letters/head';
import { erasable } from '../shared/erasable';
import { event } from '../shared/event';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { StoredText } from '../shared/stored';
import { Report } from './reportValues';
import { ScenarioId } from './scenario';

export const Planned = z.strictObject({
  scenario: ScenarioId,
  pace: Pace,
  language: Language.meta({ description: 'language of what is told' }),
  startsAt: Instant,
  agreementIds: z.array(z.string().min(1)).max(200).meta({ description: 'agreements that it may touch' }),
});
export type Planned = z.infer<typeof Planned>;

/** `incidentId`: what the first inject opened; null for what was only told. `caseId`: the case to which a received notice was told. */
export const Injected = z.strictObject({
  index: z.int().nonnegative(),
  incidentId: z.string().min(1).nullable(),
  caseId: z.string().min(1).optional(),
  text: erasable(StoredText),
  roles: z.array(Role),
  reached: Reached,
  deliverables: z.array(Deliverable),
});

/** `timeOver`: the scenario has no more time. */
export const Stopped = z.strictObject({ ground: z.enum(['byHand', 'timeOver']), reason: erasable(StoredText) });

/** `reportHash`: SHA-256 of the report's canonical JSON, so that a copy of it can be recognised (duty S3-06). */
export const Concluded = z.strictObject({
  reportHash: z.string().regex(/^[0-9a-f]{64}$/),
  score: z.int().nonnegative(),
  most: z.int().nonnegative(),
  report: Report,
});

/** The closed list of what a journal can say of an exercise; what the team does stands with its incident. */
export const ExerciseEvent = z.discriminatedUnion('type', [
  event('exercise.planned', Planned),
  event('exercise.injected', Injected),
  event('exercise.stopped', Stopped),
  event('exercise.concluded', Concluded),
  attemptEvent,
  outcomeEvent,
  reportEvent,
]);
export type ExerciseEvent = z.infer<typeof ExerciseEvent>;

export const exerciseDecisions: readonly ExerciseEvent['type'][] = [
  'exercise.planned',
  'exercise.stopped',
  'exercise.concluded',
];
