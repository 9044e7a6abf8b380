import { addDeliverables } from '../delivery/outbox';
import { idOfExchange } from '../exchange/exchanged';
import type { EventOf } from './events';
import type { Notice, Question, VersionState } from './fold';

/** What the newest version that spoke of c, d, e still promises. */
export const promisesOf = ({ versions }: Pick<Notice, 'versions'>): VersionState['promises'] =>
  versions.findLast(({ kind }) => kind !== 'withdrawal' && kind !== 'report')?.promises ?? [];

/** When something happened, and when it was written down. */
export type Times = { at: string; recordedAt: string };

/** `at`: when it was asked, from which its answer is due. */
export function asked(
  notice: Notice,
  { questionId: id, documents, ...said }: EventOf<'notice.asked'>['values'],
  { at, recordedAt }: Times,
) {
  const given = documents === undefined ? said : { ...said, documents };
  const question = { id, ...given, askedAt: at, recordedAt, answeredAt: null, answer: null, exchangeId: null };
  const questions = [...notice.questions, question];
  return { questions, content: contentOf(notice.versions, questions) };
}

export function answered(notice: Notice, values: EventOf<'notice.answered'>['values'], { at, recordedAt }: Times) {
  const { questionId, text, documents, deliverables } = values;
  const along = documents === undefined ? {} : { answerDocuments: documents };
  const questions = notice.questions.map((question) =>
    question.id === questionId && question.answeredAt === null
      ? { ...question, answeredAt: at, answer: text, ...along, exchangeId: idOfExchange(deliverables) }
      : question,
  );
  const outbox = addDeliverables(notice.outbox, deliverables, recordedAt);
  return { questions, outbox, content: contentOf(notice.versions, questions) };
}

/** PHASED while an item is promised or a question waits. */
export function contentOf(versions: readonly VersionState[], questions: readonly Question[]): Notice['content'] {
  if (versions.length === 0) return 'OPEN';
  const isWaiting = promisesOf({ versions }).length > 0 || questions.some(({ answeredAt }) => answeredAt === null);
  return isWaiting ? 'PHASED' : 'COMPLETE';
}
