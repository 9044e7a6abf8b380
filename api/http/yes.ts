import { z } from 'zod';
import { Id } from './fields';

/** The body of a second person's approval. */
export const Yes = z
  .strictObject({
    requestId: Id.meta({ description: 'what is approved' }),
    requestHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: 'hash of what was read; given, it must be that of what is asked' }),
  })
  .meta({ id: 'Yes', description: 'A second person agrees' });
