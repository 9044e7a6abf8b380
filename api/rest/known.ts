import { z } from 'zod';
import type { Until } from '../../application/journal/readKnownAt';
import { Instant } from '../../domain/shared/instant';

/** How a reading asks for what was known once: at an instant, or when an entry of the subject was written. */
export const knownQuery = z
  .strictObject({
    knownAt: Instant.optional().meta({ description: 'as it was known at this UTC instant' }),
    knownEntry: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .meta({ description: 'as it was known once this entry of it was written, a decision’s `seq` for instance' }),
  })
  .refine(({ knownAt, knownEntry }) => knownAt === undefined || knownEntry === undefined, {
    message: 'give either an instant or an entry',
    path: ['knownEntry'],
  });

/** Null: as it stands now. */
export function untilOf({ knownAt, knownEntry }: z.output<typeof knownQuery>): Until | null {
  if (knownAt !== undefined) return { at: knownAt };
  return knownEntry === undefined ? null : { entry: knownEntry };
}
