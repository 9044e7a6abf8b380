import { z } from 'zod';
import { Instant } from '../../../domain/shared/instant';
import { Id } from '../../http/fields';

/** Fields that many parts of a case have. */
export const seq = z.int().positive().meta({ description: 'number of the journal entry that holds it' });
export const byId = Id.meta({ description: 'opaque id of who wrote it' });
export const words = (description: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${description}; null where it was not given, or is erased` });
export const at = (description: string) => Instant.meta({ description });
