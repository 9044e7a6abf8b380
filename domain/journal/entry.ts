import { z } from 'zod';
import type { Changed } from '../shared/errors';
import { Instant } from '../shared/instant';
import type { Json } from '../shared/jcs';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Opaque on purpose: names live outside the journal, where they can be erased. */
export const Actor = z.strictObject({ kind: z.enum(['person', 'tool', 'system', 'guest']), id: z.string().min(1) });
export type Actor = z.infer<typeof Actor>;

export const SubjectKind = z.enum([
  'organisation',
  'agreement',
  'incident',
  'vulnerability',
  'transfer',
  'notice',
  'controllerCase',
  'party',
  'exercise',
]);
export type SubjectKind = z.infer<typeof SubjectKind>;

export const Subject = z.strictObject({ kind: SubjectKind, id: z.string().min(1) });
export type Subject = z.infer<typeof Subject>;

/** `salt` null: the value was erased, and a `field.erased` entry says so. The commitment stays for ever. */
export const Field = z.strictObject({ commitment: Sha256, value: z.custom<Json>(), salt: Sha256.nullable() });
export type Field = z.infer<typeof Field>;

/** Only `seq` orders; `recordedAt` is never repaired. */
export const Entry = z.strictObject({
  orgId: z.string().min(1),
  seq: z.int().positive(),
  at: Instant.meta({ description: 'when it happened' }),
  recordedAt: Instant.meta({ description: 'when it was written' }),
  actor: Actor,
  type: z.string().min(1),
  typeVersion: z.int().positive(),
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
  /** 1 unless said. */
  typeVersion?: number;
};

/** The field that holds the canonical command: committed like the others, erasable, in no extract. */
export const REQUEST = 'request';

/** The facts of an entry; an erased value reads as null. */
export function valuesOf(entry: Entry): Record<string, Json> {
  const values = Object.entries(entry.fields).filter(([name]) => name !== REQUEST);
  return Object.fromEntries(values.map(([name, field]) => [name, field.value]));
}

export const isErased = (field: Field): boolean => field.salt === null;

/** The entry without the named values and their salts; leaf, digest and commitments do not move. */
export function withoutValues(entry: Entry, names: readonly string[]): Entry {
  const fields = Object.entries(entry.fields).map(([name, field]): [string, Field] => [
    name,
    names.includes(name) ? { commitment: field.commitment, value: null, salt: null } : field,
  ]);
  return { ...entry, fields: Object.fromEntries(fields) };
}

/** What a refused writer is told of an entry that was faster. */
export function changedBy({ type, revision, recordedAt, actor }: Entry): Changed {
  return { type, revision, recordedAt, actorId: actor.id };
}
