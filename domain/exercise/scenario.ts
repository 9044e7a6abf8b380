import { z } from 'zod';
import type { Nature } from '../deadline/breachClock';
import type { BreachCause, BreachOrigin, IncidentKind, SignalKind } from '../incident/vocabulary';

export const ScenarioId = z.enum(['ransomware', 'subProcessorLeak', 'lostLaptop', 'wrongRecipient', 'payrollLeak']);
export type ScenarioId = z.infer<typeof ScenarioId>;

/** The same words in both languages. */
export type Both = { fr: string; en: string };

/**
 * What the exercise tells, and how long after its start, in hours of the time that it stands for. `signal` opens an event,
 * `subNotice` is what a sub-processor told; both come first. `notice` is what a processor that does not exist tells us as its
 * controller, at whatever hour: the first opens our case, a later one is told to it. `told` reaches the team by mail and page.
 */
export type Inject = { hours: number; kind: 'signal' | 'subNotice' | 'notice' | 'told'; text: Both };

/** What the team is expected to do. Each is read from the journal, never ticked. */
export const StepId = z.enum([
  'taken',
  'suspected',
  'aware',
  'noticed',
  'items',
  'acknowledged',
  'caseAcknowledged',
  'riskDecided',
  'filed',
  'completed',
  'persons',
  'personsTold',
  'recordReady',
  'caseClosed',
  'closed',
]);
export type StepId = z.infer<typeof StepId>;

/** `share`: the part of its limit within which a step is on target. */
export type Expected = { step: StepId; share: number };

export type Scenario = {
  id: ScenarioId;
  /** Incident of `fixtures/incidents.json` whose facts it has; null where none has them. */
  fixture: string | null;
  title: Both;
  about: Both;
  /** How long it lasts at most, in hours of the time that it stands for. */
  hours: number;
  facts: {
    looksLike: SignalKind;
    kind: IncidentKind;
    nature: readonly Nature[];
    cause: z.infer<typeof BreachCause>;
    origin: z.infer<typeof BreachOrigin>;
    persons: number | null;
    records: number | null;
    /** Data of our own are touched, too: the team is a controller beside what it is for others. */
    own: boolean;
  };
  injects: readonly Inject[];
  expected: readonly Expected[];
};

/** What is expected of us as a controller, wherever we are one. */
export const ourSteps: readonly Expected[] = [
  { step: 'caseAcknowledged', share: 0.5 },
  { step: 'riskDecided', share: 0.5 },
  { step: 'filed', share: 0.75 },
  { step: 'completed', share: 0.75 },
  { step: 'persons', share: 0.75 },
  { step: 'personsTold', share: 0.75 },
  { step: 'recordReady', share: 1 },
  { step: 'caseClosed', share: 1 },
];

/** As a rule: half of a limit is enough; to tell the authority, three quarters (domain rules 7.7). */
export const usualSteps: readonly Expected[] = [
  { step: 'taken', share: 0.25 },
  { step: 'suspected', share: 0.25 },
  { step: 'aware', share: 0.5 },
  { step: 'noticed', share: 0.5 },
  { step: 'items', share: 0.75 },
  { step: 'acknowledged', share: 0.5 },
  ...ourSteps,
  { step: 'closed', share: 1 },
];
