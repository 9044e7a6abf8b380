import { z } from 'zod';
import { Id } from '../../http/fields';

/** For which authority a form is asked: each has its own receipt and its own reasons for delay. */
export const authorityAsked = z
  .string()
  .min(1)
  .max(100)
  .optional()
  .meta({ description: 'id of the authority, e.g. `cnil`; left out: the one that has to be told first' });

export const AuthorityView = z
  .strictObject({ id: Id, name: z.string().meta({ description: 'what it is called' }) })
  .meta({ description: 'for whom it is filled in' });

export const EXAMPLE_AUTHORITY = {
  id: 'cnil',
  name: 'Commission nationale de l’informatique et des libertés (CNIL)',
};
