import { countOf } from '../authority/recordParts';
import type { PersonsInformed, Sector } from '../authority/vocabulary';
import { authorityRegion, type ControllerCase, decisionOf, filedAt, naturesOf } from '../controllerCase/case';
import { withCase } from '../controllerCase/caseSays';
import { boundAwareness } from '../controllerCase/clock';
import { excusesAuthority } from '../controllerCase/decision';
import { heldState } from '../controllerCase/heldState';
import type { PersonsState } from '../controllerCase/persons';
import { sameAs } from '../controllerCase/sameBreach';
import { authorityLimit } from '../controllerCase/term';
import { countedTellings } from '../controllerCase/toldAnew';
import type { Nature } from '../deadline/breachClock';
import type { LegalDue } from '../deadline/legalClock';
import type { Incident } from '../incident/incident';
import type {
  BreachCause,
  BreachOrigin,
  DataCategory,
  ProcessingRole,
  SensitiveCategory,
} from '../incident/vocabulary';
import { wordOf } from '../incident/word';
import type { SubjectKind } from '../journal/entry';
import type { State } from '../journal/states';
import { sentAt } from '../notice/case';
import type { Notice } from '../notice/fold';
import { earliest } from '../shared/instant';
import { once } from './cell';
import { roleIn } from './incidentPart';

type Place = { id: string; /** Its first entry: the order of lists. */ seq: number; exercise: boolean };

/** What breaches are counted by; of several causes each. */
type Breach = {
  natures: readonly Nature[];
  causes: readonly BreachCause[];
  origins: readonly BreachOrigin[];
  data: readonly DataCategory[];
  /** Empty: none; null: nobody has said. */
  sensitive: readonly SensitiveCategory[] | null;
  /** Null: not known. */
  persons: number | null;
  isBreach: boolean;
  isOpen: boolean;
  /** When the first sign came (an incident), or when it was told (a case). UTC. */
  at: string;
};

export type IncidentFact = Place &
  Breach & { kind: 'incident'; role: ProcessingRole | null; agreementIds: readonly string[] };

export type CaseFact = Place &
  Breach & {
    kind: 'controllerCase';
    role: 'controller';
    sector: Sector | null;
    awareAt: string | null;
    limit: LegalDue | null;
    filedAt: string | null;
    /** Decided that no authority need be told. */
    isExcused: boolean;
    informed: PersonsInformed;
    /** Null where nobody was told, and nobody has to be. */
    reached: Reached | null;
  };

/** Persons concerned (as many as were told, where nobody knows), told, and whose mail came back. */
export type Reached = { concerned: number; told: number; bounced: number };

/**
 * `dueAt`, `awareAt`: as its newest version that counted them said. Until one has (`isCounted`), the limit of an open notice
 * is what its incident and its contract make it. `sentAt`: the first that a relay took (invariant 13).
 */
export type NoticeFact = Place & {
  kind: 'notice';
  incidentId: string;
  agreementId: string;
  isBreach: boolean;
  isOpen: boolean;
  sentAt: string | null;
  isCounted: boolean;
  dueAt: string | null;
  awareAt: string | null;
};

/** What lists and statistics go by: small, without a text or a name, so that all of an organisation fit in memory. */
export type SubjectFact = IncidentFact | CaseFact | NoticeFact;
export type FactKind = SubjectFact['kind'];

export const factKinds: readonly FactKind[] = ['incident', 'controllerCase', 'notice'];

export const isFactKind = (kind: SubjectKind): kind is FactKind => factKinds.some((one) => one === kind);

/** Null where it is in no register: an event that nobody has called an incident, and that runs no clock. */
export function factOf<K extends FactKind>(kind: K, state: State<K>): SubjectFact | null {
  if (kind === 'incident') return incidentFact(state as Incident);
  return kind === 'notice' ? noticeFact(state as Notice) : caseFact(state as ControllerCase);
}

function incidentFact(incident: Incident): IncidentFact | null {
  const { id, report, clock, touched, facts, stage } = incident;
  const word = wordOf(incident);
  if (word === 'event' && clock.status === 'none') return null;
  const all = [facts.common, ...Object.values(facts.byAgreement)];
  const counts = Object.values(facts.byAgreement).map(({ persons }) => persons?.approx);
  return {
    kind: 'incident',
    id,
    seq: report.seq,
    exercise: report.exercise,
    natures: clock.nature,
    causes: once(all.map(({ cause }) => (cause === undefined ? [] : [cause]))),
    origins: once(all.map(({ origin }) => (origin === undefined ? [] : [origin]))),
    data: once(all.map(({ data = [] }) => data)),
    sensitive: all.every((each) => each.sensitive === undefined)
      ? null
      : once(all.map(({ sensitive = [] }) => sensitive)),
    persons: facts.common.persons?.approx ?? sumOf(counts),
    isBreach: word === 'breach',
    isOpen: stage !== 'CLOSED' && stage !== 'EVENT_CLOSED',
    at: report.alertedAt,
    role: roleIn(incident),
    agreementIds: touched.map(({ agreementId }) => agreementId),
  };
}

/** Nobody has written a version of it that counted its limit, and somebody should. */
export const wantsLimit = ({ isBreach, isOpen, isCounted }: NoticeFact): boolean => isBreach && isOpen && !isCounted;

/** Parts of which one is not known give no sum. */
const sumOf = (counts: readonly (number | undefined)[]): number | null =>
  counts.length === 0 || counts.includes(undefined)
    ? null
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** A case that was ended as of the same breach as another is counted there. */
function caseFact(one: ControllerCase): CaseFact | null {
  if (sameAs(one) !== null) return null;
  const { id, opened, record, stage, clock } = one;
  const decision = decisionOf(one);
  return {
    kind: 'controllerCase',
    id,
    seq: opened.seq,
    exercise: opened.exercise,
    natures: naturesOf(one),
    causes: record.causes ?? [],
    origins: record.origins ?? [],
    data: record.data ?? [],
    sensitive: record.sensitive ?? null,
    persons: countOf(record.persons),
    isBreach: stage !== 'NOT_A_BREACH' && clock.status !== 'cancelled',
    isOpen: stage !== 'CLOSED',
    at: opened.receivedAt,
    role: 'controller',
    sector: record.sector ?? null,
    awareAt: boundAwareness(clock),
    limit: authorityLimit(one),
    filedAt: filedAt(one),
    isExcused: authorityRegion(one) === 'NOT_REQUIRED' && decision !== null && excusesAuthority(decision),
    informed: withCase(one).record.personsInformed ?? 'notDetermined',
    reached: reachedOf(one),
  };
}

function noticeFact(notice: Notice): NoticeFact {
  const { id, openedSeq, opened, versions, life } = notice;
  const [first, ...others] = versions.flatMap((version) => sentAt(notice, version) ?? []);
  const counted = versions.findLast(({ dueAt }) => dueAt !== null);
  return {
    kind: 'notice',
    id,
    seq: openedSeq,
    exercise: opened.exercise,
    incidentId: opened.incidentId,
    agreementId: opened.agreementId,
    isBreach: opened.purpose === 'breach',
    isOpen: life === 'OPEN',
    sentAt: first === undefined ? null : earliest(first, ...others),
    isCounted: counted !== undefined,
    dueAt: counted?.dueAt ?? null,
    awareAt: counted?.told.awareAt ?? null,
  };
}

/** Told versus concerned (domain rules 7.4). What a telling says of those concerned goes before the record, which is older. */
function reachedOf({ persons, record }: ControllerCase): Reached | null {
  const tellings = countedTellings(persons);
  const sumOfTellings = (read: 'told' | 'again' | 'bounced') => tellings.reduce((sum, one) => sum + one[read], 0);
  const told = sumOfTellings('told') - sumOfTellings('again');
  if (told === 0 && NOBODY_OWED.includes(heldState(persons))) return null;
  const said = tellings.findLast(({ concerned }) => concerned !== null)?.concerned ?? null;
  const known = said ?? countOf(record.persons);
  return { concerned: Math.max(known ?? 0, told), told, bounced: sumOfTellings('bounced') };
}

const NOBODY_OWED: readonly PersonsState[] = ['UNDECIDED', 'NOT_REQUIRED', 'EXEMPT'];
