import { type Consulted, isAwaited } from '../../domain/consultation/measure';
import type { NoticeMeasure } from '../../domain/notice/measures';
import type { MeasureLine } from '../../templates/pages/parts/measures';
import { asWritten } from './rowWords';

/** A measure as the pages of either side show it; `via`: how the word on it came, where that is said. */
export function measureLine(
  measure: Consulted,
  {
    via,
    ...more
  }: Pick<MeasureLine, 'dueAt' | 'handing' | 'proposedAt'> & {
    via: NonNullable<NoticeMeasure['answered']>['via'] | null;
  },
): MeasureLine {
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
      text: hasWords ? asWritten(verdict.text) : null,
    },
    taken: taken && { at: taken.at, reason: asWritten(taken.reason) },
    ...more,
  };
}
