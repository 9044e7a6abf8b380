import { z } from 'zod';
import { Head, Words } from './head';

/** What an exercise has shown, on paper: proof that the procedure is tested (duty S3-06), its words written already. */
export const ExerciseReportSheet = z.strictObject({
  head: Head,
  title: Words.meta({ description: 'what was rehearsed' }),
  state: Words.meta({ description: 'concluded, or still under way' }),
  facts: z.array(z.strictObject({ term: Words, value: Words })),
  points: Words.meta({ description: 'points reached, of how many' }),
  tables: z.array(z.strictObject({ title: Words, head: z.array(Words), rows: z.array(z.array(Words)) })),
  notes: z.array(Words).meta({ description: 'reminders, and who outside would have been told' }),
});
export type ExerciseReportSheet = z.infer<typeof ExerciseReportSheet>;
