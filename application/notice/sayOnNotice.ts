import type { SaidAbout } from '../../domain/file/kept';
import type { NotingCommand } from '../../domain/notice/commands';
import { decideFilesAlong } from '../../domain/notice/decideFile';
import { bothOf, done, refused, type Result } from '../../domain/shared/errors';
import { noFiles, type Together } from '../file/takeTogether';
import type { Call } from '../ports/ports';
import type { Written } from './changeNotice';
import { bringerOf, keepTaken } from './keepNoticeFile';
import { type NoteNotice, noteNotice } from './noteNotice';

export type SayOnNotice = Omit<NoteNotice, 'command' | 'also'> & {
  command: NotingCommand & { kind: 'ask' | 'answer' };
  together?: Together;
};

/**
 * A question or an answer with its documents, in one act (duty S3-05): where one of them is refused, nothing is written, and
 * all that is wrong is said. Sent again under its key it is done once, and what a process that died left undone is done then.
 *
 * @returns as `noteNotice`, with what is wrong with the files at `/files/…`
 */
export async function sayOnNotice({ ctx, input }: Call<SayOnNotice>): Promise<Result<Written>> {
  const { together = noFiles, ...noted } = input;
  const { noticeId, key, command } = noted;
  const { files, issues } = together;
  const sound = issues.length === 0 ? done(null) : refused({ code: 'input.invalid', issues: [...issues] });
  const said = await noteNotice({
    ctx,
    input: {
      ...noted,
      documents: files.length,
      also({ notice }) {
        const along = { count: files.length, by: bringerOf(ctx, 'link') };
        const both = bothOf(sound, decideFilesAlong(notice, along, ctx.ports.now()));
        return both.ok ? done(null) : both;
      },
    },
  });
  if (!said.ok) return said;
  if (!sound.ok) return sound; // sent again, with other files
  const about: SaidAbout = { kind: command.kind === 'ask' ? 'question' : 'answer', questionId: command.questionId };
  for (const file of files) {
    const own = `${key}/file/${file.hash}`;
    if ((await ctx.ports.journal.byKey(ctx.orgId, own)) !== null) continue;
    const kept = await keepTaken(ctx, { noticeId, key: own, about }, file);
    if (!kept.ok) return kept;
  }
  return said;
}
