import type { z } from 'zod';

/**
 * Marks a field of an entry that may be erased when its retention ends. Erased, it reads as null: so it is
 * nullable for whoever folds, and no deadline may be computed from it.
 */
export function erasable<T extends z.ZodType>(schema: T) {
  return schema.nullable().meta({ erasable: true });
}
