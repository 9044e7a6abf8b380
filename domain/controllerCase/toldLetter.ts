import type { BreachRecord } from '../authority/breachRecord';
import { type ToldLetter, ToldNeed, ToldTerms } from '../letters/toldLetter';
import { awaitedBy } from './awaited';
import { type ControllerCase, naturesOf } from './case';
import { isFilled } from './recordRegion';

/** What the newest telling of a case comes to, for the first mail about it; null where everything told was erased. */
export function toldLetter(one: ControllerCase): ToldLetter | null {
  const newest = one.told.at(-1);
  if (newest === undefined) return null;
  const { kind, from, reference, version, receivedAt } = newest;
  const record: BreachRecord = { ...one.record, natures: naturesOf(one) };
  const terms = ToldTerms.options.map((field) => ({ field, terms: [...(record[field] ?? [])] }));
  const counts = (['persons', 'records'] as const).flatMap((field) => {
    const count = record[field] ?? null;
    return count === null || count.amount === 'unknown' ? [] : [{ field, count }];
  });
  return {
    kind,
    from,
    reference,
    version,
    receivedAt,
    contact: record.otherBodies?.find(({ role }) => role === 'processor')?.contact ?? null,
    ...spanOf(record),
    terms: terms.filter((told) => told.terms.length > 0),
    counts,
    missing: ToldNeed.options
      .filter((field) => isMissing(record, field))
      .map((field) => ({ field, knownBy: awaitedBy(one, field) })),
  };
}

function spanOf({ period = null }: BreachRecord): Pick<ToldLetter, 'onDay' | 'beganAt' | 'endedAt' | 'isOngoing'> {
  const nothing = { onDay: null, beganAt: null, endedAt: null, isOngoing: false };
  switch (period?.period) {
    case 'day':
      return { ...nothing, onDay: period.on };
    case 'range':
      return { ...nothing, beganAt: period.from, endedAt: period.to };
    case 'ongoing':
      return { ...nothing, beganAt: period.from, isOngoing: true };
    default:
      return nothing;
  }
}

/** Special categories are data, too, and a period of which nobody knows when is none. */
function isMissing(record: BreachRecord, field: ToldNeed): boolean {
  if (field === 'data') return !isFilled(record, 'data') && !isFilled(record, 'sensitive');
  if (field === 'period') return (record.period?.period ?? 'unknown') === 'unknown';
  return !isFilled(record, field);
}
