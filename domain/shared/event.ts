import { z } from 'zod';

/** One type of entry and what it holds: a member of the closed list of its subject. */
export const event = <T extends string, V extends z.ZodType>(type: T, values: V) =>
  z.object({ type: z.literal(type), values });
