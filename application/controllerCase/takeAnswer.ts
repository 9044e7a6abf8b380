import { decideCase } from '../../domain/controllerCase/decide';
import { refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { changeCase } from './changeCase';
import { receivedKey } from './receiveNotice';

export type TakeAnswer = { origin: string; noticeId: string; questionId: string; answeredAt: string; text: string };

/** The answer of a processor of this installation comes to the case that its notice opened. */
export async function takeAnswer({ ctx, input }: Call<TakeAnswer>): Promise<Result<Written>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { questionId, answeredAt, text } = input;
  const command = { kind: 'processor.answer' as const, questionId, answeredAt, text };
  const opening = await ctx.ports.journal.byKey(ctx.orgId, receivedKey(input));
  if (opening === null) return refused({ code: 'subject.unknown' });
  const caseId = opening.subject.id;
  return changeCase(ctx, {
    caseId,
    key: `answered/${caseId}/${questionId}`,
    request: { caseId, questionId },
    standing: 'addition',
    decide: async (one, around) => decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)) }),
  });
}
