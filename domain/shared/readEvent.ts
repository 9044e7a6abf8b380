import type { z } from 'zod';
import { type Entry, valuesOf } from '../journal/entry';
import { SubjectUnreadable } from './unreadable';

/** @throws SubjectUnreadable for a type, version or form that this code does not know */
export function readEvent<S extends z.ZodType>(schema: S, entry: Entry): z.infer<S> {
  const parsed = schema.safeParse({ type: entry.type, values: valuesOf(entry) });
  if (entry.typeVersion !== 1 || !parsed.success) throw new SubjectUnreadable(entry.type);
  return parsed.data;
}
