import { z } from 'zod';
import { Instant } from '../shared/instant';

const words = z.string().trim().min(1);

const toFollow = z.strictObject({
  answer: z.literal('toFollow'),
  eta: Instant.nullable().meta({ description: 'when it is expected; null: not known either' }),
});

const cannotBeDetermined = z.strictObject({ answer: z.literal('cannotBeDetermined'), reason: words });

/** Known, to follow, or never to be known: an item is never blank (domain rules section 7.3, G6). */
export const answerOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('answer', [z.strictObject({ answer: z.literal('value'), value }), toFollow, cannotBeDetermined]);

export type AnswerOf<Value> =
  | { answer: 'value'; value: Value }
  | z.infer<typeof toFollow>
  | z.infer<typeof cannotBeDetermined>;

/** An answer in the writer's own words. */
export const TextAnswer = answerOf(words);
export type TextAnswer = z.infer<typeof TextAnswer>;

/** A number of persons or records: `approx` is said as such; an unknown one says when it follows. */
export const Amount = z.discriminatedUnion('amount', [
  z.strictObject({ amount: z.literal('exact'), count: z.int().nonnegative() }),
  z.strictObject({ amount: z.literal('approx'), count: z.int().nonnegative() }),
  z.strictObject({ amount: z.literal('unknown'), eta: Instant.nullable() }),
]);
export type Amount = z.infer<typeof Amount>;
