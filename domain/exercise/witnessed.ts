import type { ControllerCase } from '../controllerCase/case';
import type { NoticeContact } from '../agreement/contacts';
import type { Incident } from '../incident/incident';
import type { Entry } from '../journal/entry';
import type { NoticeCase } from '../notice/case';
import type { Exercise } from './fold';

/** A notice of the exercise, and whom it would have reached. */
export type WitnessedNotice = NoticeCase & { contacts: readonly NoticeContact[] };

/** All that a report is made of: states folded from the journal, and the entries that they were folded from. */
export type Witnessed = {
  exercise: Exercise;
  incident: Incident | null;
  notices: readonly WitnessedNotice[];
  /** Of this organisation as a controller, be it of its incident or of a notice that it received. */
  cases: readonly ControllerCase[];
  /** Of the incident, its notices and its cases, as far as a report reads them, in the order of the journal. */
  entries: readonly Entry[];
};

/** What a report reads of the entries of an incident or a notice, beside what their states hold. */
const READ: Partial<Record<string, readonly string[]>> = {
  'notice.version': ['number'],
  'people.told': ['step', 'roles'],
  'notice.reminded': ['ladder', 'roles'],
};

/**
 * The entry as far as a report reads it: of a case whole, since its record is folded as it was once; else who did what and
 * when, without what was written, and null where a machine did what no report counts. So an exercise of however many
 * notices fits in memory.
 */
export function witnessed(entry: Entry): Entry | null {
  const { subject, type, actor, fields } = entry;
  if (subject.kind === 'controllerCase') return entry;
  const read = READ[type] ?? [];
  if (read.length === 0 && !isSomebody(actor)) return null;
  const kept = read.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]] as const]));
  return { ...entry, fields: Object.fromEntries(kept) };
}

export type Did = { at: string; byId: string | null };

/** The first entry of these types that a person or a guest wrote on a subject; what machines wrote is nobody's act. */
export function firstAct(entries: readonly Entry[], id: string, types: readonly string[]): Did | null {
  const found = entries
    .filter(({ subject, type, actor }) => subject.id === id && types.includes(type) && isSomebody(actor))
    .toSorted((a, b) => a.seq - b.seq)[0];
  return found === undefined ? null : didOf(found);
}

export const didOf = ({ recordedAt: at, actor }: Entry): Did => ({
  at,
  byId: actor.kind === 'person' ? actor.id : null,
});

export const isSomebody = ({ kind }: Entry['actor']): boolean => kind === 'person' || kind === 'guest';
