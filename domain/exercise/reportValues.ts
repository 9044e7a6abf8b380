import { z } from 'zod';
import { OwedWhat } from '../controllerCase/closing';
import { RecordNeed } from '../controllerCase/recordRegion';
import { CaseOrigin } from '../controllerCase/vocabulary';
import { Pace } from '../deadline/pace';
import { Risk } from '../risk/scales';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { ScenarioId, StepId } from './scenario';

const Id = z.string().min(1);

/** `none`: it was not owed, or nobody could be asked. */
export const Verdict = z.enum(['onTarget', 'inTime', 'late', 'missed', 'none']);
export type Verdict = z.infer<typeof Verdict>;

/** One expected step: since when it counts, when it was due, when somebody did it. Instants are those of the wall. */
export const ReportLine = z.strictObject({
  step: StepId.meta({ description: 'expected step' }),
  noticeId: Id.nullable().meta({ description: 'its notice, if it is about one' }),
  agreementId: Id.nullable().meta({ description: 'its agreement, if it is about one' }),
  caseId: Id.optional().meta({ description: 'our case as a controller, if it is about one' }),
  startedAt: Instant.nullable().meta({ description: 'since when it counts' }),
  targetAt: Instant.nullable().meta({ description: 'until when it is on target' }),
  limitAt: Instant.nullable().meta({ description: 'until when it is in time' }),
  doneAt: Instant.nullable().meta({ description: 'when somebody did it; null: nobody' }),
  byId: Id.nullable().meta({ description: 'opaque id of who did it; null: nobody, or a guest' }),
  verdict: Verdict.meta({ description: 'what came of it' }),
  points: z.int().nonnegative().meta({ description: 'points of this line' }),
  most: z.int().nonnegative().meta({ description: 'points that could be reached' }),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** How an item stood in a version: said, promised, said to be unknowable, or not said at all. */
export const ItemState = z.enum(['given', 'toFollow', 'never', 'missing']);
export type ItemState = z.infer<typeof ItemState>;

const state = (description: string) => ItemState.meta({ description });
const States = z.strictObject({
  a: state('nature'),
  b: state('contacts'),
  c: state('persons and records'),
  d: state('likely consequences'),
  e: state('measures'),
});

export const NoticeReport = z.strictObject({
  noticeId: Id.meta({ description: 'its notice, if it is about one' }),
  agreementId: Id.meta({ description: 'its agreement, if it is about one' }),
  versions: z.int().nonnegative().meta({ description: 'how many versions were frozen' }),
  automatic: z.boolean().meta({ description: 'the first version left by itself' }),
  first: States.nullable().meta({ description: 'its first version; null: none' }),
  last: States.nullable().meta({ description: 'its last version; null: none' }),
  told: z.array(Id).meta({ description: 'contacts who agreed to be tested, and got it' }),
  wouldBeTold: z.array(Id).meta({ description: 'contacts who would have been told' }),
  acknowledged: z.boolean().meta({ description: 'whether anybody acknowledged it' }),
});
export type NoticeReport = z.infer<typeof NoticeReport>;

/** Where one of our own cases stood when the exercise ended: what its record lacked, and what was still owed. */
export const CaseReport = z.strictObject({
  caseId: Id.meta({ description: 'our case as a controller' }),
  origin: CaseOrigin.meta({ description: 'who told us, or that we found out' }),
  risk: Risk.nullable().meta({ description: 'risk as decided last; null: nobody decided' }),
  first: z.array(RecordNeed).nullable().meta({
    description: 'fields of the record that were open when the authority was first told; null: it was not told',
  }),
  last: z.array(RecordNeed).meta({ description: 'fields of the record that were open at the end' }),
  owed: z.array(OwedWhat).meta({ description: 'what still kept the case from ending; empty where nothing did' }),
});
export type CaseReport = z.infer<typeof CaseReport>;

export const PersonReport = z.strictObject({
  personId: Id.meta({ description: 'opaque id of the person' }),
  told: z.int().nonnegative().meta({ description: 'mails that the exercise wrote to this person' }),
  acts: z.int().nonnegative().meta({ description: 'entries that this person wrote' }),
  firstToldAt: Instant.nullable().meta({ description: 'first mail to this person' }),
  firstActAt: Instant.nullable().meta({ description: 'first act of this person' }),
});
export type PersonReport = z.infer<typeof PersonReport>;

/** What an exercise has shown: reckoned from the journal alone. Ids, instants and numbers, no text of anybody. */
export const Report = z.strictObject({
  scenario: ScenarioId.meta({ description: 'what was rehearsed' }),
  pace: Pace.meta({ description: 'its clocks ran so many times faster' }),
  startedAt: Instant.meta({ description: 'since when it counts' }),
  endedAt: Instant.meta({ description: 'when it ended, or ends by itself' }),
  lines: z.array(ReportLine).meta({ description: 'each expected step, in the order of the scenario' }),
  notices: z.array(NoticeReport).meta({ description: 'each notice that it opened' }),
  cases: z.array(CaseReport).optional().meta({ description: 'each case of ours as a controller' }),
  people: z.array(PersonReport).meta({ description: 'our own people, by the number of their acts' }),
  reminders: z
    .array(
      z.strictObject({
        of: z.enum(['incident', 'notice', 'case']).meta({ description: 'what it was about' }),
        ladder: z.string().meta({ description: 'which ladder' }),
        roles: z.array(Role).meta({ description: 'whom it was for' }),
        at: Instant.meta({ description: 'when it left' }),
      }),
    )
    .meta({ description: 'reminders that were needed' }),
  authorities: z.array(Id).meta({ description: 'authorities that would have been told' }),
  persons: z.int().nonnegative().meta({ description: 'persons concerned who would have been told' }),
  score: z.int().nonnegative().meta({ description: 'points reached' }),
  most: z.int().nonnegative().meta({ description: 'points that could be reached' }),
});
export type Report = z.infer<typeof Report>;
