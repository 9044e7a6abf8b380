import type { CaseCommand } from '../../domain/controllerCase/commands';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import type { Together } from '../file/takeTogether';
import { mayKeepCaseFile } from '../policies/controllerCase';
import type { Call } from '../ports/ports';
import { type CommandCase, commandCase } from './commandCase';
import { keepTaken } from './keepCaseFile';

/** What documents may come with: a question to the processor, or its answer. */
export type CaseSaying = Extract<CaseCommand, { kind: 'processor.ask' | 'processor.answer' }>;
export type SayOnCase = Omit<CommandCase, 'command' | 'also'> & { command: CaseSaying; together: Together };

/**
 * A question to the processor or its answer with its documents, in one act (duty S3-05): where one of them is refused,
 * nothing is written, and all that is wrong is said. Sent again under its key it is done once.
 *
 * @returns as `commandCase`, with what is wrong with the files at `/files/…`
 */
export async function sayOnCase({ ctx, input }: Call<SayOnCase>): Promise<Result<Written>> {
  const { together, ...said } = input;
  const { caseId, key, command } = said;
  const { files, issues } = together;
  const kind = command.kind === 'processor.ask' ? 'question' : 'answer';
  if (files.length > 0 && !mayKeepCaseFile(ctx, kind)) return refused({ code: 'actor.forbidden' });
  const sound = issues.length === 0 ? done(null) : refused({ code: 'input.invalid', issues: [...issues] });
  const written = await commandCase({ ctx, input: { ...said, also: sound } });
  if (!written.ok) return written;
  if (!sound.ok) return sound; // sent again, with other files
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  const asked = one?.processor.questions.find(({ seq }) => seq === written.value.seq);
  const questionId = command.kind === 'processor.answer' ? command.questionId : asked?.id;
  for (const file of questionId === undefined ? [] : files) {
    const own = `${key}/file/${file.hash}`;
    if ((await ctx.ports.journal.byKey(ctx.orgId, own)) !== null) continue;
    const kept = await keepTaken(ctx, { caseId, key: own, about: { kind, questionId: questionId ?? '' } }, file);
    if (!kept.ok) return kept;
  }
  return written;
}
