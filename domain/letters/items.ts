import { z } from 'zod';
import { Nature } from '../deadline/breachClock';
import { BreachCause, BreachOrigin, DataCategory, PersonCategory, SensitiveCategory } from '../incident/vocabulary';
import { Instant } from '../shared/instant';
import { Amount, answerOf, TextAnswer } from './answer';
import { Contact, Words } from './head';

/** a: must be filled, be it with "suspected, nature not yet determined" (domain rules section 7.9, 1). */
export const NatureItem = z.strictObject({
  suspected: z
    .boolean()
    .meta({ description: 'true until somebody is certain, we or a sub-processor: everything is conditional' }),
  types: z.array(Nature).meta({ description: 'empty: not determined at this stage' }),
  circumstances: TextAnswer,
  systems: TextAnswer.nullable().meta({ description: 'null where the circumstances name them' }),
  cause: BreachCause,
  origin: BreachOrigin.nullable(),
  ongoing: z.enum(['yes', 'no', 'unknown']),
  beganAt: Instant.nullable().meta({ description: 'about when it began; null: not known' }),
  endedAt: Instant.nullable().meta({ description: 'about when it ended; null: not known, or not yet' }),
});
export type NatureItem = z.infer<typeof NatureItem>;

/** c. `scope` is what Annex 1 lets be processed: known at once, an upper bound. */
export const PersonsItem = z.strictObject({
  scope: z.strictObject({ persons: z.array(Words), data: z.array(Words) }),
  answer: answerOf(
    z.strictObject({
      text: Words.nullable(),
      personCategories: z.array(PersonCategory),
      persons: Amount,
      dataCategories: z.array(DataCategory),
      sensitiveCategories: z.array(SensitiveCategory),
      records: Amount,
    }),
  ),
});
export type PersonsItem = z.infer<typeof PersonsItem>;

const Measure = z.strictObject({ what: Words, by: Words.nullable(), at: Instant.nullable() });
export type Measure = z.infer<typeof Measure>;

/** e. What is `toDecide` waits for the controller's word (reference agreement: measures are decided together). */
export const MeasuresItem = answerOf(
  z.strictObject({
    text: Words.nullable(),
    taken: z.array(Measure),
    proposed: z.array(Measure),
    toDecide: z.array(Measure),
  }),
);
export type MeasuresItem = z.infer<typeof MeasuresItem>;

/** Items a to e of a notice (contract's split of Art. 33(3) GDPR, domain rules G6). d is the processor's view only. */
export const Items = z.strictObject({
  a: NatureItem,
  b: z.array(Contact).min(1),
  c: PersonsItem,
  d: TextAnswer,
  e: MeasuresItem,
});
export type Items = z.infer<typeof Items>;
