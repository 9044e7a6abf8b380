import { z } from 'zod';
import { ScenarioId } from '../../domain/exercise/scenario';

export const Told = z.object({ index: z.number(), at: z.string(), text: z.string().nullable() });

export const ExerciseRow = z.object({
  id: z.string(),
  ref: z.string(),
  stage: z.enum(['PLANNED', 'STOPPED', 'CONCLUDED']),
  scenario: ScenarioId,
  pace: z.number(),
  startsAt: z.string(),
  incidentId: z.string().nullable(),
  told: z.array(Told),
  score: z.number().nullable(),
  most: z.number().nullable(),
  reportHash: z.string().nullable(),
});
export type ExerciseRow = z.infer<typeof ExerciseRow>;

export const Written = z.object({ id: z.string(), ref: z.string() });
