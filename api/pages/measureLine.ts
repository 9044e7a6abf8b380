import { type Consulted, isAwaited } from '../../domain/consultation/measure';
import type { NoticeMeasure } from '../../domain/notice/measures';
import type { MeasureLine } from '../../templates/pages/parts/measures';
import { asWritten } from './rowWords';

type More = Pick<MeasureLine, 'dueAt' | 'handing' | 'proposedAt'> & {
  /** How the word on it came, where that is said. */
  via: NonNullable<NoticeMeasure['answered']>['via'] | null;
  /** Whether that word came when the notice had ended. */
  afterEnd?: boolean;
};

/** A measure as the pages of either side show it. */
export function measureLine(measure: Consulted, { via, afterEnd = false, ...more }: More): MeasureLine {
  const { what, state, verdict, taken } = measure;
  const hasWords = state === 'OBJECTED' || state === 'CHANGED';
  return {
    what: asWritten(what),
    state: { key: `measureState.${state}` },
    isAwaited: isAwaited(measure),
    verdict: verdict && {
      at: verdict.at,
      by: [verdict.name, verdict.function].filter(Boolean).join(', '),
      via: via === null ? null : { key: `via.${via}` },
      late: afterEnd ? { key: 'measures.afterEnd' } : null,
      text: hasWords ? asWritten(verdict.text) : null,
    },
    taken: taken && { at: taken.at, reason: asWritten(taken.reason) },
    ...more,
  };
}
