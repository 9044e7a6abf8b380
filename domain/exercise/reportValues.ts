import { z } from 'zod';
import { Pace } from '../deadline/pace';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { ScenarioId, StepId } from './scenario';

const Id = z.string().min(1);

/** `none`: it was not owed, or nobody could be asked. */
export const Verdict = z.enum(['onTarget', 'inTime', 'late', 'missed', 'none']);
export type Verdict = z.infer<typeof Verdict>;

/** One expected step: since when it counts, when it was due, when somebody did it. Instants are those of the wall. */
export const ReportLine = z.strictObject({
  step: StepId,
  noticeId: Id.nullable(),
  agreementId: Id.nullable(),
  startedAt: Instant.nullable(),
  targetAt: Instant.nullable(),
  limitAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  byId: Id.nullable().meta({ description: 'opaque id of who did it; null: nobody, or a guest' }),
  verdict: Verdict,
  points: z.int().nonnegative(),
  most: z.int().nonnegative(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** How an item stood in a version: said, promised, said to be unknowable, or not said at all. */
export const ItemState = z.enum(['given', 'toFollow', 'never', 'missing']);
export type ItemState = z.infer<typeof ItemState>;

const States = z.strictObject({ a: ItemState, b: ItemState, c: ItemState, d: ItemState, e: ItemState });

export const NoticeReport = z.strictObject({
  noticeId: Id,
  agreementId: Id,
  versions: z.int().nonnegative(),
  automatic: z.boolean().meta({ description: 'the first version left by itself' }),
  first: States.nullable(),
  last: States.nullable(),
  told: z.array(Id).meta({ description: 'contacts who agreed to be tested, and got it' }),
  wouldBeTold: z.array(Id).meta({ description: 'contacts who would have been told' }),
  acknowledged: z.boolean(),
});
export type NoticeReport = z.infer<typeof NoticeReport>;

export const PersonReport = z.strictObject({
  personId: Id,
  told: z.int().nonnegative().meta({ description: 'mails that the exercise wrote to this person' }),
  acts: z.int().nonnegative(),
  firstToldAt: Instant.nullable(),
  firstActAt: Instant.nullable(),
});
export type PersonReport = z.infer<typeof PersonReport>;

/** What an exercise has shown: reckoned from the journal alone. Ids, instants and numbers, no text of anybody. */
export const Report = z.strictObject({
  scenario: ScenarioId,
  pace: Pace,
  startedAt: Instant,
  endedAt: Instant,
  lines: z.array(ReportLine),
  notices: z.array(NoticeReport),
  people: z.array(PersonReport),
  reminders: z.array(
    z.strictObject({
      of: z.enum(['incident', 'notice', 'case']),
      ladder: z.string(),
      roles: z.array(Role),
      at: Instant,
    }),
  ),
  authorities: z.array(Id).meta({ description: 'authorities that would have been told' }),
  persons: z.int().nonnegative().meta({ description: 'persons concerned who would have been told' }),
  score: z.int().nonnegative(),
  most: z.int().nonnegative(),
});
export type Report = z.infer<typeof Report>;
