import type { MeasureSaid } from '../consultation/said';
import { answerDue } from './answerDue';
import type { NoticeCase } from './case';
import { askedFrom, type NoticeMeasure } from './measures';

/** Of words that were erased since, and of names. */
const ERASED = { words: '…', name: '–' };

/** A word that the controller's case does not know by itself: a contact gave it by its link, or on the telephone. */
export const isHeardHere = ({ answered }: Pick<NoticeMeasure, 'answered'>): boolean =>
  answered !== null && (answered.via === 'link' || answered.via === 'call');

/** Whether the controller is told that it was proposed: what was taken before anything was told had no answer to await. */
export function isAsked(measure: NoticeMeasure, versions: NoticeCase['notice']['versions']): boolean {
  const { taken } = measure;
  const from = askedFrom(measure, versions);
  return from !== null && (taken === null || Date.parse(taken.at) > Date.parse(from));
}

/**
 * What the controller's own side is told of a measure, with the limit that the contract gives; null where there is nothing
 * to tell. Erased words are told as such.
 */
export function measureSaid(
  { notice, agreement }: Pick<NoticeCase, 'notice' | 'agreement'>,
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
