import { z } from 'zod';
import { answered } from '../shared/answer';
import { Instant } from '../shared/instant';
import { Words } from './head';

/** An answer whose known form is one value. */
export const answerOf = <Value extends z.ZodType>(value: Value) => answered({ value });

/** An answer in the writer's own words. */
export const TextAnswer = answerOf(Words);
export type TextAnswer = z.infer<typeof TextAnswer>;

/** A number of persons or records: `approx` is said as such; an unknown one says when it follows. */
export const Amount = z.discriminatedUnion('amount', [
  z.strictObject({ amount: z.literal('exact'), count: z.int().nonnegative() }),
  z.strictObject({ amount: z.literal('approx'), count: z.int().nonnegative() }),
  z.strictObject({ amount: z.literal('unknown'), eta: Instant.nullable() }),
]);
export type Amount = z.infer<typeof Amount>;
