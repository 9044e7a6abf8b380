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
  /** Of the incident, its notices and its cases, in the order of the journal. */
  entries: readonly Entry[];
};

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
