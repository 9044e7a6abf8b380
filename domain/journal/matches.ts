import type { Actor, Entry, Subject } from './entry';

/** What a listing may be narrowed by. Bounds of `recordedAt` are UTC instants, both included. */
export type EntryFilter = {
  subject?: Subject;
  type?: string;
  actor?: Actor;
  recordedFrom?: string;
  recordedUntil?: string;
};

/** Instants are compared as instants: texts of the same instant may differ in their fractions. */
export function matches(filter: EntryFilter, entry: Entry): boolean {
  const { subject, type, actor, recordedFrom, recordedUntil } = filter;
  const recordedAtMs = Date.parse(entry.recordedAt);
  return (
    (subject === undefined || (subject.kind === entry.subject.kind && subject.id === entry.subject.id)) &&
    (type === undefined || type === entry.type) &&
    (actor === undefined || (actor.kind === entry.actor.kind && actor.id === entry.actor.id)) &&
    (recordedFrom === undefined || recordedAtMs >= Date.parse(recordedFrom)) &&
    (recordedUntil === undefined || recordedAtMs <= Date.parse(recordedUntil))
  );
}
