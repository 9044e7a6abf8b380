import { z } from 'zod';
import { Instant } from '../shared/instant';
import type { Changed } from '../shared/errors';
import type { Json } from '../shared/jcs';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Opaque on purpose: names live outside the journal, where they can be erased. */
export const Actor = z.strictObject({ kind: z.enum(['person', 'tool', 'system', 'guest']), id: z.string().min(1) });
export type Actor = z.infer<typeof Actor>;

export const SubjectKind = z.enum(['organisation', 'agreement', 'incident', 'vulnerability', 'notice']);
export type SubjectKind = z.infer<typeof SubjectKind>;

export const Subject = z.strictObject({ kind: SubjectKind, id: z.string().min(1) });
export type Subject = z.infer<typeof Subject>;

export const Field = z.strictObject({ commitment: Sha256, value: z.custom<Json>(), salt: Sha256 });
export type Field = z.infer<typeof Field>;

/** Only `seq` orders; `recordedAt` is never repaired. */
export const Entry = z.strictObject({
  orgId: z.string().min(1),
  seq: z.int().positive(),
  at: Instant.meta({ description: 'when it happened' }),
  recordedAt: Instant.meta({ description: 'when it was written' }),
  actor: Actor,
  type: z.string().min(1),
  typeVersion: z.literal(1),
  subject: Subject,
  revision: z.int().positive(),
  key: z.string().min(1),
  keyMac: Sha256,
  fields: z.record(z.string(), Field),
  digest: Sha256,
  leaf: Sha256,
});
export type Entry = z.infer<typeof Entry>;

/** What a use case asks the journal to write; sequence, salts and hashes come with the append. */
export type EntryDraft = Pick<Entry, 'orgId' | 'at' | 'actor' | 'type' | 'subject' | 'key'> & {
  values: Record<string, Json>;
  /** What was asked, in canonical form: under one key only the same request is a repeat. */
  request: string;
};

export function valuesOf(entry: Entry): Record<string, Json> {
  const values = Object.entries(entry.fields).filter(([name]) => name !== 'request');
  return Object.fromEntries(values.map(([name, field]) => [name, field.value]));
}

/** What a refused writer is told of an entry that was faster. */
export function changedBy({ type, revision, recordedAt, actor }: Entry): Changed {
  return { type, revision, recordedAt, actorId: actor.id };
}
