import type { Issue } from '../shared/errors';
import type { SaidAbout } from './kept';

type Asked = { id: string; answeredAt: string | null };

/** Why no file can be about this: there is no such question, or it waits for the answer that the file would be of. */
export function saidIssues(questions: readonly Asked[], { kind, questionId }: SaidAbout): Issue[] {
  const question = questions.find(({ id }) => id === questionId);
  if (question === undefined) return [{ pointer: '', message: 'there is no such question' }];
  if (kind === 'answer' && question.answeredAt === null)
    return [{ pointer: '', message: 'the question has no answer yet' }];
  return [];
}
