import { type Consulted, isAwaited } from '../../domain/consultation/measure';
import type { MeasureLine } from '../../templates/pages/parts/measures';
import { asWritten } from './rowWords';

/** A measure as the pages of either side show it; what only one side knows stands in `more`. */
export function measureLine(
  measure: Consulted,
  more: Pick<MeasureLine, 'dueAt' | 'handing' | 'proposedAt'>,
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
      text: hasWords ? asWritten(verdict.text) : null,
    },
    taken: taken && { at: taken.at, reason: asWritten(taken.reason) },
    ...more,
  };
}
