import { decideCase } from '../../domain/controllerCase/decide';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { notAhead, notBehind } from '../../domain/incident/chronology';
import { refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { changeCase } from './changeCase';
import { caseOpenedBy } from '../received/openedBy';

export type TakeAnswer = { origin: string; noticeId: string; questionId: string; answeredAt: string; text: string };

/** Under which an answer is told to its case. */
export const answeredKey = (caseId: string, questionId: string): string => `answered/${caseId}/${questionId}`;

/** The answer of a processor, of this installation or another, comes to the case that its notice opened. */
export async function takeAnswer({ ctx, input }: Call<TakeAnswer>): Promise<Result<Written>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { questionId, text } = input;
  const commandOn = ({ processor: { questions } }: ControllerCase) => {
    const asked = questions.find(({ id }) => id === questionId);
    const given = notAhead(input.answeredAt, ctx.ports.now()); // the clock of another process
    const answeredAt = asked === undefined ? given : notBehind(given, asked.askedAt);
    return { kind: 'processor.answer' as const, questionId, answeredAt, text };
  };
  const caseId = await caseOpenedBy(ctx, input);
  if (caseId === null) return refused({ code: 'subject.unknown' });
  return changeCase(ctx, {
    caseId,
    key: answeredKey(caseId, questionId),
    request: { caseId, questionId },
    standing: 'addition',
    async decide(one, around) {
      const command = commandOn(one);
      return decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)) });
    },
  });
}
