import type { Place } from '../deadline/longPeriods';
import type { KeptFile } from '../file/kept';
import type { Mark } from '../incident/incident';
import type { AnswerTerms } from '../notice/answerDue';
import { MOST_QUESTIONS_AN_HOUR } from '../notice/decideNote';
import { idOfExchange } from '../exchange/exchanged';
import { HOUR_MS } from '../shared/instant';
import type { ControllerCase } from './case';
import type { CaseEvent } from './events';
import { type CaseMeasure, changeMeasures, isMeasureEvent } from './measures';
import type { ProcessorAcknowledged } from './processorValues';

export type ProcessorQuestion = {
  id: string;
  seq: number;
  askedAt: string;
  dueAt: string;
  urgent: boolean;
  byItself: boolean;
  /** Where its limit was counted; entries of before leave it out: then where the case is. */
  counted?: Place;
  /** By which it goes to the processor’s own installation; null where it does not. */
  exchangeId: string | null;
  text: string | null;
  /** Null while it waits. */
  answeredAt: string | null;
  answer: string | null;
};

/** Whether there is a processor to ask: it told us, its signed notice joined the case, or the case names a contract with one. */
export const hasProcessor = ({
  opened: { origin, agreementId },
  source,
}: Pick<ControllerCase, 'source'> & { opened: Pick<ControllerCase['opened'], 'origin' | 'agreementId'> }): boolean =>
  origin === 'processor' || agreementId !== null || source !== null;

type FromProcessor = { opened: Pick<ControllerCase['opened'], 'origin'>; told: readonly Telling[] };
type Telling = Pick<ControllerCase['told'][number], 'version' | 'receivedAt'>;

/** What the processor told: of a case that somebody else opened, its signed versions alone. */
export const toldByProcessor = ({ opened, told }: FromProcessor): readonly Telling[] =>
  opened.origin === 'processor' ? told : told.filter(({ version }) => version !== null);

/** What we said to the processor, and what it answered, as this side recorded it. */
export type Dealings = {
  acknowledged: readonly (Omit<ProcessorAcknowledged, 'deliverables'> & Mark & { exchangeId: string | null })[];
  questions: readonly ProcessorQuestion[];
  /** On which it consults us. */
  measures: readonly CaseMeasure[];
  /** What was handed to the processor's own notice, by entry. */
  handed: readonly { about: number; result: 'taken' | 'refused'; at: string }[];
};

export const noDealings: Dealings = { acknowledged: [], questions: [], measures: [], handed: [] };

/** Where no contract is recorded: 5 jours ouvrés (domain rules 7.4), where the case is. */
export const usualTerms = ({ zone: timeZone, calendar }: Place): AnswerTerms => ({
  terms: { requests: { workingDays: 5 } },
  calendar,
  timeZone,
});

type ProcessorEvent = Extract<CaseEvent, { type: `processor.${string}` }>;

export const isProcessorEvent = (event: CaseEvent): event is ProcessorEvent => event.type.startsWith('processor.');

export function changeDealings(dealings: Dealings, event: ProcessorEvent, mark: Mark): Dealings {
  if (isMeasureEvent(event)) return { ...dealings, measures: changeMeasures(dealings.measures, event, mark.seq) };
  switch (event.type) {
    case 'processor.acknowledged': {
      const { deliverables, ...read } = event.values;
      const exchangeId = idOfExchange(deliverables);
      return { ...dealings, acknowledged: [...dealings.acknowledged, { ...read, exchangeId, ...mark }] };
    }
    case 'processor.asked': {
      const { questionId: id, askedAt, dueAt, urgent, text, byItself, counted, deliverables } = event.values;
      const said = { id, seq: mark.seq, askedAt, dueAt, urgent, byItself, text, ...(counted && { counted }) };
      const question = { ...said, exchangeId: idOfExchange(deliverables), answeredAt: null, answer: null };
      return { ...dealings, questions: [...dealings.questions, question] };
    }
    case 'processor.handed':
      return { ...dealings, handed: [...dealings.handed, { ...event.values, at: mark.at }] };
    case 'processor.answered': {
      const { questionId, answeredAt, text: answer } = event.values;
      return {
        ...dealings,
        questions: dealings.questions.map((one) => (one.id === questionId ? { ...one, answeredAt, answer } : one)),
      };
    }
  }
}

/** Versions that were told and nobody has acknowledged; null stands for what came without one. Oldest first. */
export function unacknowledged(one: FromProcessor & { processor: Dealings }): (number | null)[] {
  const versions = [...new Set(toldByProcessor(one).map(({ version }) => version))];
  return versions.filter((version) => !one.processor.acknowledged.some((each) => each.version === version));
}

/** Where handing an entry to the processor's notice stands; null where that is done by hand. */
export function handingOf(
  { handed }: Dealings,
  { seq, byItself }: { seq: number; byItself: boolean },
): 'waiting' | 'taken' | 'refused' | null {
  if (!byItself) return null;
  return handed.find(({ about }) => about === seq)?.result ?? 'waiting';
}

/** Entries that Vigie has yet to hand to the processor's notice, oldest first, each from when that takes it. */
export function toHand({
  processor,
  files,
}: {
  processor: Dealings;
  files: readonly KeptFile[];
}): { about: number; atMs: number }[] {
  const { acknowledged, questions, measures } = processor;
  const freeMs = freeToAskMs(processor);
  const all = [
    ...acknowledged.map(({ seq, byItself, acknowledgedAt }) => ({ seq, byItself, atMs: Date.parse(acknowledgedAt) })),
    ...questions.map(({ seq, byItself, askedAt }) => ({
      seq,
      byItself,
      atMs: Math.max(Date.parse(askedAt), freeMs),
    })),
    ...measures.flatMap(({ verdict, answered }) =>
      verdict === null || answered === null ? [] : [{ ...answered, atMs: Date.parse(verdict.at) }],
    ),
    ...filesToHand(processor, files),
  ];
  return all
    .filter((one) => handingOf(processor, one) === 'waiting')
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ seq: about, atMs }) => ({ about, atMs }));
}

/** Documents with questions that the notice has. */
const filesToHand = (dealings: Dealings, files: readonly KeptFile[]) =>
  files
    .filter(({ about }) => about.kind === 'question' && isThere(dealings, about.questionId))
    .map(({ seq, at }) => ({ seq, byItself: true, atMs: Date.parse(at) }));

const isThere = (dealings: Dealings, questionId: string): boolean =>
  dealings.questions.some((one) => one.id === questionId && handingOf(dealings, one) === 'taken');

/** From when the notice takes another question: so many of one contact within an hour, and no more. */
function freeToAskMs({ questions, handed }: Dealings): number {
  const taken = handed.filter(({ about, result }) => result === 'taken' && questions.some(({ seq }) => seq === about));
  const before = taken.at(-MOST_QUESTIONS_AN_HOUR);
  return before === undefined ? 0 : Date.parse(before.at) + HOUR_MS;
}

/** What is urgent has a limit in whole hours. */
export const urgentHoursOf = ({
  urgent,
  askedAt,
  dueAt,
}: Pick<ProcessorQuestion, 'urgent' | 'askedAt' | 'dueAt'>): number | null =>
  urgent ? Math.round((Date.parse(dueAt) - Date.parse(askedAt)) / HOUR_MS) : null;
