import type { MeasureSaid } from '../consultation/said';
import { answerDue, type AnswerTerms } from './answerDue';
import type { VersionState } from './fold';
import { askedFrom, type NoticeMeasure } from './measures';

type Versions = readonly Pick<VersionState, 'frozenAt'>[];

/** Of words that were erased since, and of names. */
const ERASED = { words: '…', name: '–' };

/** A word that the controller's case does not know by itself: a contact gave it by its link, or on the telephone. */
export const isHeardHere = ({ answered }: Pick<NoticeMeasure, 'answered'>): boolean =>
  answered !== null && (answered.via === 'link' || answered.via === 'call');

/** Whether the controller is told that it was proposed: what was taken before anything was told had no answer to await. */
function isAsked(measure: NoticeMeasure, versions: Versions): boolean {
  const { taken } = measure;
  const from = askedFrom(measure, versions);
  return from !== null && (taken === null || Date.parse(taken.at) > Date.parse(from));
}

/** What there is to tell of a measure by now, in order. */
export const tellingsOf = (measure: NoticeMeasure, versions: Versions): MeasureSaid['kind'][] => [
  ...(isAsked(measure, versions) ? ['proposal' as const] : []),
  ...(measure.taken === null ? [] : ['taking' as const]),
  ...(measure.verdict !== null && isHeardHere(measure) ? ['verdict' as const] : []),
];

/** Id of the message by which the controller's own installation is told of it. */
export const measureExchangeId = (kind: MeasureSaid['kind'], measureId: string): string =>
  `measure-${kind}-${measureId}-exchange`;

/** Of what was told last, whether it goes there or not; null before anything is told. */
export function newestMeasureExchange(measure: NoticeMeasure, versions: Versions): string | null {
  const kind = tellingsOf(measure, versions).at(-1);
  return kind === undefined ? null : measureExchangeId(kind, measure.id);
}

/**
 * What the controller's own side is told of a measure, with the limit that the contract gives; null where there is nothing
 * to tell. Erased words are told as such.
 */
export function measureSaid(
  { notice, agreement }: { notice: { id: string; versions: Versions }; agreement: AnswerTerms },
  measure: NoticeMeasure,
  kind: MeasureSaid['kind'],
): MeasureSaid | null {
  const { id: measureId, taken, verdict, answered, urgentHours } = measure;
  const which = { noticeId: notice.id, measureId };
  const what = measure.what ?? ERASED.words;
  const from = askedFrom(measure, notice.versions);
  switch (kind) {
    case 'proposal':
      if (from === null) return null;
      return { kind, ...which, what, proposedAt: from, dueAt: answerDue(from, agreement, urgentHours), urgentHours };
    case 'taking':
      return taken && { kind, ...which, what, takenAt: taken.at, reason: taken.reason ?? ERASED.words };
    case 'verdict': {
      if (verdict === null || answered === null || from === null) return null;
      if (answered.via !== 'link' && answered.via !== 'call') return null;
      return {
        kind,
        ...which,
        verdict: answered.verdict,
        text: verdict.text ?? (answered.verdict === 'agreed' ? null : ERASED.words),
        name: verdict.name ?? ERASED.name,
        function: verdict.function ?? ERASED.name,
        answeredAt: Date.parse(verdict.at) > Date.parse(from) ? verdict.at : from, // said before it was asked there
        via: answered.via,
      };
    }
  }
}
