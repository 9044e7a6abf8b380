import type { z } from 'zod';
import { type Entry, valuesOf } from '../journal/entry';
import { type EventUnion, memberFor } from './event';
import { SubjectUnreadable } from './unreadable';

/** @throws SubjectUnreadable for a type, version or form that this code does not know */
export function readEvent<S extends z.ZodType & EventUnion>(schema: S, entry: Entry): z.infer<S> {
  const { type, typeVersion } = entry;
  const parsed = memberFor(schema.options, entry)?.safeParse({ type, typeVersion, values: valuesOf(entry) });
  if (parsed?.success !== true) throw new SubjectUnreadable(type);
  return parsed.data as z.infer<S>; // a member of it
}
