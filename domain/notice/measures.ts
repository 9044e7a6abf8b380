import { changed, type Consulted, isAwaited, withTaking, withVerdict } from '../consultation/measure';
import type { Verdict } from '../consultation/values';
import type { Role } from '../shared/roles';
import { answerDue, type AnswerTerms, dayRungs } from './answerDue';
import type { NoticeCase } from './case';
import type { EventOf, NoticeEvent } from './events';
import type { Notice, VersionState } from './fold';
import type { Rung } from './ladders';
import { percentRungs } from './percentRungs';

/** A protective measure on which the controller of a notice is consulted (duty S3-05), in its sender's journal. */
export type NoticeMeasure = Consulted & {
  /** Measure of the incident that it is; null where it stands here alone. */
  declaredId: string | null;
  urgentHours: number | null;
  answered: { verdict: Verdict; contactId: string; via: 'link' | 'call' | 'account' | 'exchange' } | null;
};

type MeasureEvent = Extract<NoticeEvent, { type: `notice.measure${string}` }>;

export const isMeasureEvent = (event: NoticeEvent): event is MeasureEvent => event.type.startsWith('notice.measure');

export function changeMeasures(all: readonly NoticeMeasure[], event: MeasureEvent, at: string): NoticeMeasure[] {
  switch (event.type) {
    case 'notice.measureProposed': {
      const { measureId: id, deliverables: _deliverables, ...given } = event.values;
      return [...all, { id, state: 'PROPOSED', ...given, proposedAt: at, verdict: null, taken: null, answered: null }];
    }
    case 'notice.measureAnswered': {
      const { measureId, verdict, text, name, function: role, contactId, via } = event.values;
      return changed(all, measureId, (one) =>
        isAwaited(one)
          ? {
              ...withVerdict(one, verdict, { at, text, name, function: role }),
              answered: { verdict, contactId, via },
            }
          : one,
      );
    }
    case 'notice.measureTaken':
      return takenIn(all, event.values, at);
  }
}

function takenIn(
  all: readonly NoticeMeasure[],
  { measureId: id, what, reason, declaredId }: EventOf<'notice.measureTaken'>['values'],
  at: string,
): NoticeMeasure[] {
  const taken = { at, reason };
  if (all.some((one) => one.id === id)) return changed(all, id, (one) => withTaking(one, taken));
  const said = { id, what, declaredId, urgentHours: null, proposedAt: null, verdict: null, answered: null, taken };
  return [...all, { ...said, state: 'TAKEN_URGENTLY' }];
}

/** Since when the controller can answer: what is proposed before anything has left waits for the first version. */
export function askedFrom(
  { proposedAt }: Pick<NoticeMeasure, 'proposedAt'>,
  versions: readonly Pick<VersionState, 'frozenAt'>[],
): string | null {
  const [first] = versions;
  if (proposedAt === null || first === undefined) return null;
  return Date.parse(first.frozenAt) > Date.parse(proposedAt) ? first.frozenAt : proposedAt;
}

/** From when to when the controller's word is awaited; null while it cannot answer, or no longer has to. */
export function awaitedFor(
  measure: NoticeMeasure,
  { versions }: Pick<Notice, 'versions'>,
  terms: AnswerTerms,
): { from: string; dueAt: string } | null {
  const from = askedFrom(measure, versions);
  if (from === null || !isAwaited(measure)) return null;
  return { from, dueAt: answerDue(from, terms, measure.urgentHours) };
}

/** Of what is urgent. Half of the time: whoever works on it; 80 %: the DPO too; at the limit management says whether it can be awaited. */
const STEPS: readonly { percent: number; roles: Role[] }[] = [
  { percent: 50, roles: ['IM'] },
  { percent: 80, roles: ['IM', 'DPO'] },
  { percent: 100, roles: ['DPO', 'DIR'] },
];

/** Each is a ladder of its own; `version` is its place among all, from 1. Contacts are written to at each step. */
export function measureRungs({ notice, agreement }: NoticeCase): Rung[] {
  return notice.measures.flatMap((measure, index): Rung[] => {
    const place = index + 1;
    const awaited = awaitedFor(measure, notice, agreement);
    if (awaited === null) return answeredRungs(measure, place);
    const fromMs = Date.parse(awaited.from);
    const asking: Rung = { ladder: 'measure', version: place, step: 1, roles: [], atMs: fromMs };
    const later =
      measure.urgentHours === null
        ? dayRungs(awaited, agreement).map((rung): Rung => ({ ladder: 'measure', version: place, ...rung }))
        : percentRungs('measure', place, fromMs, Date.parse(awaited.dueAt), STEPS);
    return isSaidByNotice(measure, notice) ? later : [asking, ...later];
  });
}

/** What was proposed before the first version stands in its item e, where that is written: no second mail says so. */
function isSaidByNotice({ proposedAt }: NoticeMeasure, { versions }: Pick<Notice, 'versions'>): boolean {
  const [first] = versions;
  if (first?.items?.e.answer !== 'value' || proposedAt === null) return false;
  return Date.parse(first.frozenAt) >= Date.parse(proposedAt);
}

/** Whether our people are told of the controller's word: of a call one of us knows. */
export const isNews = ({ answered }: Pick<NoticeMeasure, 'answered'>): boolean =>
  answered !== null && answered.via !== 'call';

/** Once, at once. */
const answeredRungs = (measure: NoticeMeasure, version: number): Rung[] =>
  measure.verdict === null || !isNews(measure)
    ? []
    : [{ ladder: 'measureAnswered', version, step: 1, roles: ['IM', 'DPO'], atMs: Date.parse(measure.verdict.at) }];
