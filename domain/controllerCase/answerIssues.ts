import { outOfOrder } from '../incident/chronology';
import type { Issue } from '../shared/errors';

type Asked = { id: string; askedAt: string; answeredAt: string | null };

/** What speaks against answering a question now, whoever asked it: each is answered once, after it was asked. */
export function answerIssues(
  questions: readonly Asked[],
  { questionId, answeredAt }: { questionId: string; answeredAt: string },
  now: Date,
): Issue[] {
  const question = questions.find(({ id }) => id === questionId);
  const issues: Issue[] = outOfOrder(
    [
      { pointer: '/askedAt', at: question?.askedAt ?? null, recorded: true },
      { pointer: '/answeredAt', at: answeredAt },
    ],
    now,
  );
  if (question === undefined) issues.push({ pointer: '/questionId', message: 'there is no such question' });
  else if (question.answeredAt !== null) issues.push({ pointer: '/questionId', message: 'has been answered' });
  return issues;
}
