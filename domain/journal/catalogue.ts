import { z } from 'zod';
import { done, refused, type Result } from '../shared/errors';
import type { Json } from '../shared/jcs';
import { type Entry, REQUEST, type SubjectKind, valuesOf } from './entry';
import { isErasable } from './erasable';
import { JournalEvent } from './events';

type EntryType = Pick<Entry, 'type' | 'typeVersion'> & { subject: { kind: SubjectKind } };

/** One member of an `XEvent` union: `typeVersion` is 1 where the member does not name one. */
type EventSchema = z.ZodObject<{ type: z.ZodLiteral<string>; values: z.ZodObject; typeVersion?: z.ZodLiteral<number> }>;
export type EventUnion = { options: readonly z.ZodObject[] };

export type Catalogue = {
  /** The schema of an entry type; `subject.unreadable` for what this version of the code does not know. */
  schemaOf(entry: EntryType): Result<EventSchema>;
  /** Names of the fields that may be erased. The request is always one of them. */
  erasableOf(entry: EntryType): Result<string[]>;
  /** Every type that a subject of this kind can hold. */
  typesOf(kind: SubjectKind): Pick<Entry, 'type' | 'typeVersion'>[];
  /** The event that an entry holds, checked. Erased values read as null. */
  read(entry: Entry): Result<{ type: string; values: Record<string, Json> }>;
};

/** Each kind's own events, and the journal's, which any subject may hold. */
export function createCatalogue(unions: Partial<Record<SubjectKind, EventUnion>>): Catalogue {
  const optionsOf = (kind: SubjectKind) => [...(unions[kind]?.options ?? []), ...JournalEvent.options].filter(isEvent);

  const schemaOf: Catalogue['schemaOf'] = ({ type, typeVersion, subject }) => {
    const found = optionsOf(subject.kind).find(
      ({ shape }) => shape.type.value === type && versionOf(shape) === typeVersion,
    );
    return found === undefined ? refused({ code: 'subject.unreadable', type }) : done(found);
  };

  const erasableOf: Catalogue['erasableOf'] = (entry) => {
    const schema = schemaOf(entry);
    if (!schema.ok) return schema;
    const fields = Object.entries(schema.value.shape.values.shape);
    return done([...fields.filter(([, field]) => isErasable(field)).map(([name]) => name), REQUEST]);
  };

  const read: Catalogue['read'] = (entry) => {
    const schema = schemaOf(entry);
    if (!schema.ok) return schema;
    const { type, typeVersion } = entry;
    const versioned = schema.value.shape.typeVersion === undefined ? {} : { typeVersion };
    const parsed = schema.value.safeParse({ type, ...versioned, values: valuesOf(entry) });
    return parsed.success ? done({ type, values: valuesOf(entry) }) : refused({ code: 'subject.unreadable', type });
  };

  const typesOf: Catalogue['typesOf'] = (kind) =>
    optionsOf(kind).map(({ shape }) => ({ type: shape.type.value, typeVersion: versionOf(shape) }));

  return { schemaOf, erasableOf, typesOf, read };
}

const versionOf = ({ typeVersion }: EventSchema['shape']): number => typeVersion?.value ?? 1;

function isEvent(option: z.ZodObject): option is EventSchema {
  return option.shape['type'] instanceof z.ZodLiteral && option.shape['values'] instanceof z.ZodObject;
}
