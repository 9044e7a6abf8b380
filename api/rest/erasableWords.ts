import { z } from 'zod';

/** What a person wrote, which may be erased. */
export const erasableWords = (description: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${description}; null where erased` });
