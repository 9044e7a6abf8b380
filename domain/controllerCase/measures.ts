import { changed, type Consulted, isAwaited, withTaking, withVerdict, yielding } from '../consultation/measure';
import type { Verdict } from '../consultation/values';
import { idOfExchange } from '../exchange/exchanged';
import type { Place } from '../deadline/longPeriods';
import type { CaseEvent } from './events';

/** A protective measure on which the processor consults us (duty S3-05), in our own journal. */
export type CaseMeasure = Consulted & {
  /** Entry in which it came, from which its ladder counts. */
  seq: number;
  /** Null where it was taken without having been proposed. */
  dueAt: string | null;
  urgent: boolean;
  /** Where its limit was counted; entries of before leave it out: then where the case is. */
  counted?: Place;
  answered: {
    seq: number;
    verdict: Verdict;
    byItself: boolean;
    via: 'account' | 'link' | 'call';
    /** By which it goes to the processor’s own installation; null where it does not. */
    exchangeId: string | null;
  } | null;
};

type MeasureEvent = Extract<CaseEvent, { type: `processor.measure${string}` }>;

export const isMeasureEvent = (event: CaseEvent): event is MeasureEvent => event.type.startsWith('processor.measure');

export function changeMeasures(all: readonly CaseMeasure[], event: MeasureEvent, seq: number): CaseMeasure[] {
  switch (event.type) {
    case 'processor.measureProposed': {
      const { measureId: id, counted, ...given } = event.values;
      const said = { ...given, ...(counted && { counted }) };
      return [...all, { id, seq, state: 'PROPOSED', ...said, verdict: null, taken: null, answered: null }];
    }
    case 'processor.measureAnswered': {
      const {
        measureId,
        verdict,
        answeredAt: at,
        text,
        name,
        function: role,
        byItself,
        via,
        deliverables,
      } = event.values;
      return changed(all, measureId, (one) => {
        const asked = via === 'account' ? one : yielding(one);
        const answered = { seq, verdict, byItself, via, exchangeId: idOfExchange(deliverables) };
        return isAwaited(asked)
          ? { ...withVerdict(asked, verdict, { at, text, name, function: role }), answered }
          : one;
      });
    }
    case 'processor.measureTaken': {
      const { measureId: id, what, reason, takenAt: at } = event.values;
      const taken = { at, reason };
      if (all.some((one) => one.id === id)) return changed(all, id, (one) => withTaking(one, taken));
      const said = { id, seq, what, proposedAt: null, dueAt: null, urgent: true, verdict: null, answered: null, taken };
      return [...all, { ...said, state: 'TAKEN_URGENTLY' }];
    }
  }
}

/** What waits for our word, with its limit. */
export const awaitedMeasures = (all: readonly CaseMeasure[]): (CaseMeasure & { dueAt: string; proposedAt: string })[] =>
  all.flatMap((one) => {
    const { dueAt, proposedAt } = one;
    return isAwaited(one) && dueAt !== null && proposedAt !== null ? [{ ...one, dueAt, proposedAt }] : [];
  });
