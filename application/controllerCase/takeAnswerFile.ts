import { refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import type { SentFile } from '../file/takeFile';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { caseOpenedBy } from '../received/openedBy';
import { keepCaseFile } from './keepCaseFile';

export type TakeAnswerFile = SentFile & {
  origin: string;
  noticeId: string;
  questionId: string;
  /** By which its sender names it, so that it is told once. */
  named: string;
  via: 'account' | 'exchange';
};

/** Under which a document with an answer is told to its case. */
export const answerFileKey = (caseId: string, named: string): string => `answered/${caseId}/file/${named}`;

/** A document with an answer of a processor, of this installation or another, comes to the case that its notice opened. */
export async function takeAnswerFile({ ctx, input }: Call<TakeAnswerFile>): Promise<Result<Written>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { origin, noticeId, questionId, named, ...sent } = input;
  const caseId = await caseOpenedBy(ctx, { origin, noticeId });
  if (caseId === null) return refused({ code: 'subject.unknown' });
  const about = { kind: 'answer' as const, questionId };
  return keepCaseFile({ ctx, input: { ...sent, caseId, key: answerFileKey(caseId, named), about } });
}
