import type { BreachRecord } from './breachRecord';
import type { FilingContext } from './filingContext';
import type { Counted } from './recordParts';

/** Sections of the form, in its own order: the first is number 1. */
export const SECTIONS = [
  'type',
  'organisation',
  'representative',
  'contact',
  'otherBodies',
  'dates',
  'nature',
  'data',
  'measuresBefore',
  'consequences',
  'harms',
  'measuresAfter',
  'persons',
  'crossBorder',
] as const;
export type SectionKey = (typeof SECTIONS)[number];

/** Vocabularies whose labels are under `sa.<vocabulary>.<term>`. */
export type Vocabulary =
  | 'filing'
  | 'sector'
  | 'civility'
  | 'bodyRole'
  | 'certainty'
  | 'delay'
  | 'nature'
  | 'origin'
  | 'cause'
  | 'data'
  | 'sensitive'
  | 'person'
  | 'afterConfidentiality'
  | 'afterIntegrity'
  | 'afterAvailability'
  | 'harm'
  | 'gravity'
  | 'measureState'
  | 'informed'
  | 'informedBy'
  | 'notInformed'
  | 'yesNo'
  | 'foundBy'
  | 'exfiltration'
  | 'unintelligible'
  | 'alteration'
  | 'unavailability'
  | 'period'
  | 'severity'
  | 'outcome'
  | 'told'
  | 'edpbKind'
  | 'edpbStatus'
  | 'said'
  | RegisterVocabulary;

/** Beside those, what only a register writes: labels are the pages' own. */
export type RegisterVocabulary =
  | 'stage'
  | 'caseStage'
  | 'caseOrigin'
  | 'kind'
  | 'severity'
  | 'consequence'
  | 'version'
  | 'channel'
  | 'told'
  | 'registerRole'
  | 'registerSource'
  | 'registerSaid'
  | 'section'
  | 'recordNeed'
  | 'riskConclusion33'
  | 'riskConclusion34'
  | 'riskExemption'
  | 'risk'
  | 'riskLevel'
  | 'authorityState'
  | 'personsState'
  | 'regime'
  | 'regimeStage'
  | 'agreementState'
  | 'authorisationKind';

/** A value ready to be written, in no language yet. */
export type Value =
  | { as: 'terms'; vocabulary: Vocabulary; terms: readonly string[] }
  | { as: 'text'; text: string }
  | { as: 'number'; number: number }
  /** Of an ENISA score, in whole quarters. */
  | { as: 'quarters'; quarters: number }
  | { as: 'count'; count: Counted }
  /** `alerted`: the instant at which a body alerted the controller. */
  | { as: 'instant'; at: string; of?: 'alerted' }
  | { as: 'day'; on: string }
  | { as: 'country'; country: string }
  /** One line of several values: a body, a measure, a country with its persons. */
  | { as: 'row'; values: readonly Value[] };

/** `pending`: the form's own "not known at this stage". Null: nobody has said anything. */
export type Reading = { state: 'given' | 'pending'; values: readonly Value[] } | null;

export type FormField = {
  key: string;
  section: SectionKey;
  /** What an initial notification needs, what a complete one needs too, what may be left blank. */
  need: 'initial' | 'complete' | 'optional';
  /** Where it is said: an RFC 6901 pointer into the record, or into the filing for what the case knows. */
  pointer: string;
  read(record: BreachRecord, filing: FilingContext): Reading;
  /** Fields that are not asked are not on the sheet. Left out: always asked. */
  asked?(record: BreachRecord, filing: FilingContext): boolean;
};

export const given = (...values: Value[]): Reading => ({ state: 'given', values });

export const NOT_SAID: Reading = null;

/** An answer in the form's own word for "none". */
export const none = (): Reading => given({ as: 'terms', vocabulary: 'said', terms: ['none'] });

export const text = (said: string | null | undefined): Reading =>
  typeof said === 'string' ? given({ as: 'text', text: said }) : NOT_SAID;

export const number = (said: number | null | undefined): Reading =>
  typeof said === 'number' ? given({ as: 'number', number: said }) : NOT_SAID;

export const instant = (at: string | null | undefined): Reading =>
  typeof at === 'string' ? given({ as: 'instant', at }) : NOT_SAID;

export const day = (on: string | null | undefined): Reading =>
  typeof on === 'string' ? given({ as: 'day', on }) : NOT_SAID;

export const country = (code: string | null | undefined): Reading =>
  typeof code === 'string' ? given({ as: 'country', country: code }) : NOT_SAID;

/** @param later the term by which the form says "not known at this stage" */
export function term(vocabulary: Vocabulary, said: string | null | undefined, later?: string): Reading {
  return typeof said === 'string' ? terms(vocabulary, [said], later) : NOT_SAID;
}

export function terms(vocabulary: Vocabulary, said: readonly string[] | null | undefined, later?: string): Reading {
  if (said === null || said === undefined || said.length === 0) return NOT_SAID;
  const state = later !== undefined && said.includes(later) ? 'pending' : 'given';
  return { state, values: [{ as: 'terms', vocabulary, terms: said }] };
}

export function count(said: Counted | null | undefined): Reading {
  if (said === null || said === undefined) return NOT_SAID;
  return { state: said.amount === 'unknown' ? 'pending' : 'given', values: [{ as: 'count', count: said }] };
}

/** Lines of a list; an empty list says "none". */
export function rows<Row>(said: readonly Row[] | null | undefined, values: (row: Row) => readonly Reading[]): Reading {
  if (said === null || said === undefined) return NOT_SAID;
  if (said.length === 0) return none();
  return {
    state: 'given',
    values: said.map((row) => ({ as: 'row', values: values(row).flatMap((reading) => reading?.values ?? []) })),
  };
}
