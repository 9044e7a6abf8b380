import { HOUR_MS, plusMs } from '../shared/instant';
import { legalDue } from './legalClock';
import { longLegalDue, type LongUnit, type Place, periodEnd } from './longPeriods';
import { workingDaysAfter } from './workingDays';

/**
 * A length that a law gives, and how it is counted: elapsed hours (French statutes, the United Kingdom), hours of Union
 * law counted both ways, days and longer that art. 3(4) of Regulation 1182/71 moves off holidays or does not, working days.
 * `soft`: asked for "if possible"; it reminds, and nobody is late beyond it.
 */
export type Limit =
  | { unit: 'hours'; length: number; count: 'elapsed' | 'reg1182'; soft?: true }
  | { unit: LongUnit; length: number; count: 'unmoved' | 'reg1182' }
  | { unit: 'workingDays'; length: number };

/** `strict` drives timers and is never the later one; `reg1182` where that count is another one, else null. */
export type LimitDue = { strict: string; reg1182: string | null };

/** When a limit that runs from an instant is over, at the place where the act is due. */
export function limitDue(limit: Limit, t0: string, place: Place): LimitDue {
  const { zone, calendar } = place;
  switch (limit.unit) {
    case 'hours':
      if (limit.count === 'reg1182') return legalDue(t0, limit.length, zone);
      return { strict: plusMs(t0, limit.length * HOUR_MS), reg1182: null };
    case 'workingDays':
      return { strict: workingDaysAfter(t0, limit.length, calendar, zone), reg1182: null };
    default:
      if (limit.count === 'reg1182') return longLegalDue(t0, limit, place);
      return { strict: periodEnd(t0, limit, zone), reg1182: null };
  }
}
