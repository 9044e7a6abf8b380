import { refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import type { SentFile } from '../file/takeFile';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { caseOpenedBy } from '../received/openedBy';
import { keepCaseFile } from './keepCaseFile';

/** `seq`: the entry of the processor's journal that holds it, by which it is told once. */
export type TakeAnswerFile = SentFile & { origin: string; noticeId: string; questionId: string; seq: number };

/** A document with an answer of a processor of this installation comes to the case that its notice opened. */
export async function takeAnswerFile({ ctx, input }: Call<TakeAnswerFile>): Promise<Result<Written>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { origin, noticeId, questionId, seq, ...sent } = input;
  const caseId = await caseOpenedBy(ctx, { origin, noticeId });
  if (caseId === null) return refused({ code: 'subject.unknown' });
  const key = `answered/${caseId}/file/${seq}`;
  return keepCaseFile({ ctx, input: { ...sent, caseId, key, about: { kind: 'answer', questionId } } });
}
