import { z } from 'zod';
import { legalStatus } from '../deadline/legalClock';
import { HOUR_MS } from '../shared/instant';
import { type BandKey, countBands, termsIn, UNKNOWN } from './bands';
import type { CaseFact, IncidentFact, NoticeFact, SubjectFact } from './facts';
import { type RegisterFilter, rowsIn } from './filter';

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

/**
 * Breaches of a period in the bands in which the authority publishes its own (domain rules 2.3): incidents as who processes
 * for others, cases as who controls: what touches our own processing alone is the case that it opened, once. Exercises are counted apart, by the filter.
 */
export function statisticsOf(facts: readonly SubjectFact[], filter: RegisterFilter, now: Date): Statistics {
  const rows = rowsIn(facts, filter).filter(({ isBreach }) => isBreach);
  const incidents = rows.filter((fact): fact is IncidentFact => fact.kind === 'incident' && fact.role !== 'controller');
  const cases = rows.filter((fact): fact is CaseFact => fact.kind === 'controllerCase');
  const ids = new Set(incidents.map(({ id }) => id));
  const notices = facts.filter(
    (fact): fact is NoticeFact => fact.kind === 'notice' && fact.isBreach && ids.has(fact.incidentId),
  );
  const [ours, theirs] = [countBands(incidents), countBands(cases)];
  const inBands = (key: BandKey): StatisticsGroup => {
    const counts = termsIn(key).map((term) => ({ term, processor: ours(key, term), controller: theirs(key, term) }));
    return { key, counts: counts.filter(isShown) };
  };
  const told = [
    lengths(notices),
    lengths(cases.map(({ awareAt, filedAt }) => ({ awareAt, sentAt: filedAt }))),
  ] as const;
  return {
    total: { processor: incidents.length, controller: cases.length },
    medianMs: { processor: median(told[0]), controller: median(told[1]) },
    groups: [
      ...(['nature', 'origin', 'cause', 'data', 'sensitive', 'sensitiveData', 'persons', 'sector'] as const).map(
        inBands,
      ),
      { key: 'timing', counts: timing(notices, cases, now) },
      { key: 'delay', counts: tally(DELAY_TERMS, told[0].map(delayTerm), told[1].map(delayTerm)) },
      inBands('authority'),
      inBands('told'),
      { key: 'reached', counts: reached(cases) },
    ],
  };
}

/** Terms that nobody has stay with 0, but that it is not known. */
const isShown = ({ term, processor, controller }: Count): boolean => term !== UNKNOWN || processor + controller > 0;

/** Persons, not breaches: told versus concerned (GDPR Art. 34), and whose mail came back. */
const reached = (cases: readonly CaseFact[]): Count[] =>
  (['concerned', 'told', 'bounced'] as const).map((term) => ({
    term,
    processor: 0,
    controller: cases.reduce((sum, one) => sum + (one.reached?.[term] ?? 0), 0),
  }));

const TIMING_TERMS = ['inTime', 'lateStrict', 'late', 'waiting'];
const DELAY_TERMS = [...DELAYS.map((hours) => `${hours}`), 'more'];

const tally = (terms: readonly string[], processor: readonly string[], controller: readonly string[]): Count[] => {
  const [ours, theirs] = [countEach(processor), countEach(controller)];
  return terms.map((term) => ({ term, processor: ours.get(term) ?? 0, controller: theirs.get(term) ?? 0 }));
};

function countEach(terms: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const term of terms) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

type Sent = { awareAt: string | null; sentAt: string | null };

function lengths(sent: readonly Sent[]): number[] {
  const found: number[] = [];
  for (const { awareAt, sentAt } of sent) {
    if (awareAt !== null && sentAt !== null) found.push(Date.parse(sentAt) - Date.parse(awareAt));
  }
  return found;
}

function delayTerm(ms: number): string {
  const band = DELAYS.find((hours) => ms <= hours * HOUR_MS);
  return band === undefined ? 'more' : `${band}`;
}

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
  return tally(TIMING_TERMS, notices.filter((one) => !isNeverOwed(one)).map(ofNotice), owed.map(ofCase));
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
