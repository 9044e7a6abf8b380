import { z } from 'zod';
import type { DomainError } from '../../../domain/shared/errors';
import { Changed, Issue } from '../../http/problemSchema';

/** Why one of many was refused, beside those that were not. `moved`: what may have been written since. */
export const refusalFields = (moved: string) => ({
  code: z.string().nullable().meta({ description: 'why it was refused, as a problem says it' }),
  issues: z.array(Issue).meta({ description: 'every fault that was found' }),
  changed: z.array(Changed).meta({ description: moved }),
});

/** Null: it was not refused. */
export const presentRefusal = (error: DomainError | null) => ({
  code: error?.code ?? null,
  issues: error !== null && 'issues' in error ? error.issues : [],
  changed: error !== null && 'changed' in error ? error.changed : [],
});
