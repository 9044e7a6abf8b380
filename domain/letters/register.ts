import { z } from 'zod';
import { Head, Words } from './head';

/** A register on paper: a part for each row, its words written already. */
export const RegisterSheet = z.strictObject({
  head: Head,
  title: Words,
  scope: Words.meta({ description: 'what it holds: whose, of when' }),
  notes: z.array(Words).meta({ description: 'what a reader has to know of it' }),
  parts: z.array(z.strictObject({ title: Words, rows: z.array(z.strictObject({ term: Words, value: Words })) })),
});
export type RegisterSheet = z.infer<typeof RegisterSheet>;
