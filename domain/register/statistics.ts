import { z } from 'zod';
import { personsBand } from '../authority/personsBand';
import { PersonsBand, PersonsInformed, Sector } from '../authority/vocabulary';
import { Nature } from '../deadline/breachClock';
import { legalStatus } from '../deadline/legalClock';
import { BreachCause, BreachOrigin, DataCategory, SensitiveCategory } from '../incident/vocabulary';
import { HOUR_MS } from '../shared/instant';
import type { CaseFact, IncidentFact, NoticeFact, SubjectFact } from './facts';
import { type RegisterFilter, rowsOf } from './filter';

/** How many breaches, seen as a processor and as a controller; of one with several causes each counts. */
export type Count = { term: string; processor: number; controller: number };

export const StatisticsKey = z.enum([
  'nature',
  'origin',
  'cause',
  'data',
  'sensitive',
  'sensitiveData',
  'persons',
  'sector',
  'timing',
  'delay',
  'authority',
  'told',
  'reached',
]);
export type StatisticsKey = z.infer<typeof StatisticsKey>;

export type StatisticsGroup = {
  key: StatisticsKey;
  counts: readonly Count[];
};

export type Statistics = {
  total: { processor: number; controller: number };
  groups: readonly StatisticsGroup[];
  /** From awareness to telling the controller, or the authority; null where nobody was told. Milliseconds. */
  medianMs: { processor: number | null; controller: number | null };
};

/** Upper ends of the bands from awareness to notice, hours. */
const DELAYS = [4, 12, 24, 48, 72] as const;
const UNKNOWN = 'unknown';

/**
 * Breaches of a period in the bands in which the authority publishes its own (domain rules 2.3): incidents as who processes
 * for others, cases as who controls: what touches our own processing alone is the case that it opened, once. Exercises are counted apart, by the filter.
 */
export function statisticsOf(facts: readonly SubjectFact[], filter: RegisterFilter, now: Date): Statistics {
  const rows = rowsOf(facts, filter).filter(({ isBreach }) => isBreach);
  const incidents = rows.filter((fact): fact is IncidentFact => fact.kind === 'incident' && fact.role !== 'controller');
  const cases = rows.filter((fact): fact is CaseFact => fact.kind === 'controllerCase');
  const ids = new Set(incidents.map(({ id }) => id));
  const notices = facts.filter(
    (fact): fact is NoticeFact => fact.kind === 'notice' && fact.isBreach && ids.has(fact.incidentId),
  );
  const both = (terms: readonly string[], read: (fact: IncidentFact | CaseFact) => readonly string[] | null) =>
    tally(
      terms,
      incidents.map((fact) => read(fact) ?? []),
      cases.map((fact) => read(fact) ?? []),
    );
  const told = [
    lengths(notices),
    lengths(cases.map(({ awareAt, filedAt }) => ({ awareAt, sentAt: filedAt }))),
  ] as const;
  return {
    total: { processor: incidents.length, controller: cases.length },
    medianMs: { processor: median(told[0]), controller: median(told[1]) },
    groups: [
      { key: 'nature', counts: both(Nature.options, ({ natures }) => natures) },
      { key: 'origin', counts: both(BreachOrigin.options, ({ origins }) => origins) },
      { key: 'cause', counts: both(BreachCause.options, ({ causes }) => causes) },
      { key: 'data', counts: both(DataCategory.options, ({ data }) => data) },
      {
        key: 'sensitive',
        counts: both(['yes', 'no'], ({ sensitive }) => sensitive && [sensitive.length > 0 ? 'yes' : 'no']),
      },
      {
        key: 'sensitiveData',
        counts: tally(SensitiveCategory.options, incidents.flatMap(specialOf), cases.flatMap(specialOf)),
      },
      {
        key: 'persons',
        counts: both(PersonsBand.options, ({ persons }) => (persons === null ? [] : [personsBand(persons)])),
      },
      {
        key: 'sector',
        counts: tally(
          Sector.options,
          [],
          cases.map(({ sector }) => (sector === null ? [] : [sector])),
        ),
      },
      { key: 'timing', counts: timing(notices, cases, now) },
      { key: 'delay', counts: tally(DELAY_TERMS, told[0].map(delayTerm), told[1].map(delayTerm)) },
      {
        key: 'authority',
        counts: tally(
          AUTHORITY_TERMS,
          [],
          cases.map((one) => [one.isExcused ? 'excused' : 'notify']),
        ),
      },
      {
        key: 'told',
        counts: tally(
          PersonsInformed.options,
          [],
          cases.map(({ informed }) => [informed]),
        ),
      },
      { key: 'reached', counts: reached(cases) },
    ],
  };
}

/** Persons, not breaches: told versus concerned (GDPR Art. 34), and whose mail came back. */
const reached = (cases: readonly CaseFact[]): Count[] =>
  (['concerned', 'told', 'bounced'] as const).map((term) => ({
    term,
    processor: 0,
    controller: cases.reduce((sum, one) => sum + (one.reached?.[term] ?? 0), 0),
  }));

const AUTHORITY_TERMS = ['notify', 'excused'];
const TIMING_TERMS = ['inTime', 'lateStrict', 'late', 'waiting'];
const DELAY_TERMS = [...DELAYS.map((hours) => `${hours}`), 'more'];

/** Which special categories, of the breaches that touched some. */
const specialOf = ({ sensitive }: IncidentFact | CaseFact): (readonly string[])[] =>
  sensitive === null || sensitive.length === 0 ? [] : [sensitive];

/** Each list gives its terms once; a list without any is not known. Terms that nobody has are left out but in the first group. */
function tally(
  terms: readonly string[],
  processor: readonly (readonly string[])[],
  controller: readonly (readonly string[])[],
): Count[] {
  const [ours, theirs] = [counted(processor), counted(controller)];
  return [...new Set([...terms, UNKNOWN])]
    .map((term) => ({ term, processor: ours.get(term) ?? 0, controller: theirs.get(term) ?? 0 }))
    .filter(({ term, processor: one, controller: other }) => term !== UNKNOWN || one + other > 0);
}

function counted(lists: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const list of lists) {
    for (const term of list.length === 0 ? [UNKNOWN] : list) found.set(term, (found.get(term) ?? 0) + 1);
  }
  return found;
}

type Sent = { awareAt: string | null; sentAt: string | null };

const lengths = (sent: readonly Sent[]): number[] =>
  sent.flatMap(({ awareAt, sentAt }) =>
    awareAt === null || sentAt === null ? [] : [Date.parse(sentAt) - Date.parse(awareAt)],
  );

const delayTerm = (ms: number): string[] => {
  const band = DELAYS.find((hours) => ms <= hours * HOUR_MS);
  return [band === undefined ? 'more' : `${band}`];
};

/** Closed before anything was said or counted: the breach was ruled out, nobody waits for it. */
const isNeverOwed = ({ sentAt, dueAt, isOpen }: NoticeFact): boolean => sentAt === null && dueAt === null && !isOpen;

/** In time is by the strict limit; between both counts of Regulation 1182/71 it is late by the careful one only. */
function timing(notices: readonly NoticeFact[], cases: readonly CaseFact[], now: Date): Count[] {
  const ofNotice = ({ sentAt, dueAt }: NoticeFact): string => {
    if (sentAt === null) return dueAt !== null && now.getTime() > Date.parse(dueAt) ? 'late' : 'waiting';
    return dueAt === null || Date.parse(sentAt) <= Date.parse(dueAt) ? 'inTime' : 'late';
  };
  const ofCase = ({ limit, filedAt }: CaseFact): string => {
    if (limit === null) return 'inTime';
    const status = legalStatus(limit, filedAt === null ? now : new Date(filedAt));
    const words = { running: filedAt === null ? 'waiting' : 'inTime', late_strict: 'lateStrict', late: 'late' };
    return words[status];
  };
  const owed = cases.filter(({ isExcused }) => !isExcused);
  return tally(
    TIMING_TERMS,
    notices.filter((one) => !isNeverOwed(one)).map((one) => [ofNotice(one)]),
    owed.map((one) => [ofCase(one)]),
  );
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
