import { z } from 'zod';

/** Text that a person wrote. Blank is refused, but nothing is trimmed: hashes are taken of what was written. */
export const FreeText = z.string().max(10_000).regex(/\S/, 'say something');

/** A name, a function, a reference: one line that is not blank. */
export const Line = z
  .string()
  .max(200)
  .regex(/^[^\r\n]*$/, 'one line')
  .regex(/\S/, 'say something');
