import type { BreachRecord, RecordField } from '../authority/breachRecord';
import type { Counted, MeasureAfter } from '../authority/recordParts';
import type { FoundBy, NotInformedGround, PersonsInformed } from '../authority/vocabulary';
import { whatOf } from '../consultation/measure';
import { localDate } from '../deadline/calendarDate';
import type { Exemption34 } from '../risk/qualify';
import type { Language } from '../letters/head';
import { reportedBy } from '../letters/reportedBy';
import { cutAt } from '../shared/cutAt';
import { isSame, type Json } from '../shared/jcs';
import { type ControllerCase, decisionOf } from './case';
import { heldState } from './heldState';
import type { Persons, PersonsState } from './persons';
import { nobodyReached, reachedBy, reachedInAll, saidConcerned } from './personsReached';
import { elsewhereSays } from './elsewhereSays';
import { countedTellings } from './toldAnew';
import { toldRecord } from './processorSays';
import type { CaseOrigin } from './vocabulary';

/** Characters of what a notice says happened, beside who told of it; whole it stands in the description. */
const LONGEST_ACCOUNT = 1_000;

const FOUND: Record<CaseOrigin, FoundBy> = {
  processor: 'processor',
  own: 'controller',
  thirdParty: 'thirdParty',
  authority: 'other',
};

const INFORMED: Record<PersonsState, PersonsInformed | null> = {
  UNDECIDED: null,
  NOT_REQUIRED: 'willNotBe',
  EXEMPT: 'willNotBe',
  REQUIRED: 'willBe',
  ORDERED: 'willBe',
  ON_HOLD: 'willBe',
  DRAFTED: 'willBe',
  SENDING: 'willBe',
  TOLD: 'informed',
};

const GROUND: Record<Exemption34, NotInformedGround> = {
  a: 'unintelligibleData',
  b: 'laterMeasures',
  c: 'disproportionateEffort',
};

/**
 * What the case itself knows of what the authority's form asks: how it was found, whether it is established, what was decided
 * and done of the persons, measures decided with the processor, who else was told (domain rules 2.2, sections 5, 6, 12 to 14;
 * docs/adr/0049). A field of which it knows nothing is not there.
 *
 * @param language of what it says in a sentence of its own; the form's own where none is named
 */
export function caseSays(one: ControllerCase, language: Language = 'fr'): BreachRecord {
  const { stage, qualified, clock } = one;
  const isEstablished = qualified !== null && stage !== 'NOT_A_BREACH';
  const measuresAfter = measuresOf(one);
  const discovery = discoveryOf(one, language);
  return {
    foundBy: FOUND[one.opened.origin],
    ...bodyOf(one),
    ...(discovery !== null && { discovery }),
    ...(isEstablished && { certainty: 'established' }),
    ...(stage === 'RECEIVED' && clock.status === 'provisional' && { certainty: 'supposed' }),
    ...(measuresAfter.length > 0 && { measuresAfter }),
    ...personsOf(one),
    ...elsewhereSays(one),
  };
}

/** What is ours we wrote ourselves; of a letter that came, who wrote and when: its text is not what the form asks for. */
function discoveryOf(one: ControllerCase, language: Language): string | null {
  const { told, opened } = one;
  const [first] = told;
  if (opened.origin === 'own' || first === undefined) return first?.text ?? null;
  const { from, receivedAt: at, reference } = first;
  const says = reportedBy({ origin: opened.origin, from, at, reference }, language, opened.zone);
  const what = toldRecord(one).description ?? null;
  return what === null ? says : [says, cutAt(what, LONGEST_ACCOUNT)].join(' ');
}

/** A processor that told by hand; what its sealed notice says of it stands before this. */
function bodyOf({ opened: { origin, from, receivedAt } }: ControllerCase): Pick<BreachRecord, 'otherBodies'> {
  if (origin !== 'processor' || from === null) return {};
  return { otherBodies: [{ name: from, role: 'processor', contact: null, alertedAt: receivedAt }] };
}

/** Decided together and to be done, or taken without waiting; what waits for our word, or was objected to, is none. */
const measuresOf = ({ processor: { measures } }: ControllerCase): MeasureAfter[] =>
  measures.flatMap((measure) => {
    const what = whatOf(measure);
    if (what === null || measure.state === 'PROPOSED' || measure.state === 'OBJECTED') return [];
    const { taken } = measure;
    return [{ what, state: taken === null ? 'planned' : 'done', owner: null, at: taken?.at ?? null }];
  });

function personsOf(one: ControllerCase): BreachRecord {
  const { persons, opened } = one;
  const { tellings, sendings, draft } = persons;
  const informed =
    reachedInAll(persons) > 0 ? 'informed' : nobodyReached(persons) ? untold(persons) : INFORMED[heldState(persons)];
  const told = tellings.filter((telling) => reachedBy(telling) > 0);
  const [first] = told;
  const concerned = tellings.findLast((telling) => telling.concerned !== null)?.concerned ?? sendings.at(-1)?.concerned;
  const content = draft === null ? null : (wordsIn(draft.fr, draft.measuresFr) ?? wordsIn(draft.en, draft.measuresEn));
  return {
    ...(informed !== null && { personsInformed: informed }),
    ...(concerned !== undefined && concerned !== null && { persons: { amount: 'approx', count: concerned } }),
    ...(first !== undefined && {
      informedOn: localDate(first.at, opened.zone),
      informedCount: informedIn(persons),
      informedBy: [...new Set(told.map(({ means }) => means))],
      ...(content !== null && { informedContent: content }),
    }),
    ...(informed === 'willNotBe' && whyNot(one)),
  };
}

/** Lists are compared by address alone: where more seem told than are concerned, it is about all of these. */
function informedIn(persons: Persons): Counted {
  const count = reachedInAll({ tellings: countedTellings(persons) });
  const concerned = saidConcerned(persons);
  return concerned !== null && count > concerned ? { amount: 'approx', count: concerned } : { amount: 'exact', count };
}

/** All that was sent came back: they will be, until somebody said that nobody tells them by other means. */
const untold = ({ toReach }: Persons): PersonsInformed | null => (toReach === null ? null : 'willBe');

function whyNot(one: ControllerCase): Pick<BreachRecord, 'notInformedGround' | 'notInformedText'> {
  const { exemption } = one.persons;
  if (heldState(one.persons) === 'EXEMPT') {
    if (exemption === null) return {};
    const { ground, proof } = exemption;
    return { notInformedGround: GROUND[ground], ...(proof !== null && { notInformedText: proof }) };
  }
  const decision = decisionOf(one);
  const text = wordsIn(decision?.facts ?? null, decision?.safeguards ?? null, decision?.likelyImpact ?? null);
  return { notInformedGround: 'noHighRisk', ...(text !== null && { notInformedText: text }) };
}

function wordsIn(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join('\n');
}

/** "Not known at this stage" is no answer that could stand against what the case knows. */
const isOpen = (value: Json): boolean =>
  value === null ||
  value === 'notDetermined' ||
  value === 'unknown' ||
  (typeof value === 'object' && 'amount' in value && value['amount'] === 'unknown');

/** The case with what it knows itself, where nothing else says it. What a person recorded is an override, and stays. */
export const withCase = (one: ControllerCase, language: Language = 'fr'): ControllerCase =>
  known(one, caseSays(one, language));

/** The same of any fields that the case knows. */
export function known(one: ControllerCase, says: BreachRecord): ControllerCase {
  const added = Object.entries(says).filter(([field]) => isOpen((one.record[field as RecordField] ?? null) as Json));
  return {
    ...one,
    record: { ...one.record, ...Object.fromEntries(added) },
    takenFrom: { ...one.takenFrom, ...Object.fromEntries(added.map(([field]) => [field, 'case' as const])) },
  };
}

/** Closed answers, of which it can be said that the case knows another. */
const COMPARED: readonly RecordField[] = [
  'certainty',
  'personsInformed',
  'informedOn',
  'informedCount',
  'informedBy',
  'notInformedGround',
  'otherAuthority',
];

/** What the case knows of a field otherwise than a person recorded it; null where it does not. */
export function caseDiffers(one: ControllerCase, field: RecordField): Json {
  if (!COMPARED.includes(field)) return null;
  const [said, says] = [one.said, caseSays(one)].map((record) => (record[field] ?? null) as Json);
  if (said === undefined || says === undefined || isOpen(said)) return null;
  return isSame(said, says) ? null : says;
}
