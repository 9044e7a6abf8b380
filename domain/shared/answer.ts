import { z } from 'zod';
import { Instant } from './instant';

/** What a person writes in an item of a notice. */
export const Text = z.string().trim().min(1).max(10_000);

const toFollow = z.strictObject({
  answer: z.literal('toFollow').meta({ description: 'it will be told' }),
  eta: Instant.nullable().meta({
    description: 'when it will follow; null only where a machine wrote it: a machine promises nothing',
  }),
});

/**
 * "Unknown" is an answer: an item is known, to follow, or impossible to determine, and never blank (duty S3-03). The one
 * place that says so, for what is journalled and for what a letter is given.
 *
 * @param known the fields of an answer that is known
 * @param text what a reason must be
 */
export const answered = <Known extends z.ZodRawShape>(known: Known, text: z.ZodType<string> = Text) =>
  z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('value').meta({ description: 'it is known' }), ...known }),
    toFollow,
    z.strictObject({
      answer: z.literal('cannotBeDetermined').meta({ description: 'it will never be known' }),
      reason: text.meta({ description: 'why nobody will ever know' }),
    }),
  ]);
