import { type EventSchema, type EventUnion, isEvent, memberFor, versionOf } from '../shared/event';
import { done, refused, type Result } from '../shared/errors';
import type { Json } from '../shared/jcs';
import { type Entry, REQUEST, type SubjectKind, valuesOf } from './entry';
import { isErasable } from './erasable';
import { JournalEvent } from './events';

type EntryType = Pick<Entry, 'type' | 'typeVersion'> & { subject: { kind: SubjectKind } };

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

  const schemaOf: Catalogue['schemaOf'] = ({ subject, ...entry }) => {
    const found = memberFor(optionsOf(subject.kind), entry);
    return found === undefined ? refused({ code: 'subject.unreadable', type: entry.type }) : done(found);
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
    const parsed = schema.value.safeParse({ type, typeVersion, values: valuesOf(entry) });
    return parsed.success ? done({ type, values: valuesOf(entry) }) : refused({ code: 'subject.unreadable', type });
  };

  const typesOf: Catalogue['typesOf'] = (kind) =>
    optionsOf(kind).map((member) => ({ type: member.shape.type.value, typeVersion: versionOf(member) }));

  return { schemaOf, erasableOf, typesOf, read };
}
