import type { ControllerCase } from '../../domain/controllerCase/case';
import { filesAbout } from '../../domain/file/kept';
import { urgentHoursOf } from '../../domain/controllerCase/processor';
import type { NotingCommand } from '../../domain/notice/commands';
import { done, type Result } from '../../domain/shared/errors';
import { storedFile } from '../file/storedFile';
import { isFinal } from '../inside/isFinal';
import { type ProcessorSide, processorSide } from '../inside/processorSide';
import { keepNoticeFile } from '../notice/keepNoticeFile';
import { noteNotice } from '../notice/noteNotice';
import type { Context } from '../ports/ports';

/**
 * An acknowledgement, a question with its documents, or a word on a measure of the case reaches the notice that it is of, in its sender's
 * journal, as the act of a contact with an account. Its key is made of the entry: done twice, it is there once.
 *
 * @returns `refused` where a side has taken its consent back, or the notice has no such version
 */
export async function handToProcessor(
  ctx: Context,
  one: ControllerCase,
  about: number,
): Promise<Result<'taken' | 'refused'>> {
  const side = await processorSide(ctx, one);
  const written = side && (await handed(ctx, one, about, side));
  if (written === null) return done('refused');
  // the key is of this very entry: what differs is a text that was erased since
  if (written.ok || written.error.code === 'key.reused') return done('taken');
  return isFinal(written.error) ? done('refused') : written;
}

/** Null for what is handed to nobody, as it was erased meanwhile. */
async function handed(ctx: Context, one: ControllerCase, about: number, side: ProcessorSide) {
  const { noticeId } = side;
  const key = `inside/${ctx.orgId}/${one.id}/${about}`;
  const file = one.files.find(({ seq }) => seq === about);
  if (file !== undefined && file.about.kind === 'question') {
    const sent = await storedFile(ctx, one.id, file);
    const place = { noticeId, key, about: file.about, via: 'account' as const };
    return sent && keepNoticeFile({ ctx: side.ctx, input: { ...place, ...sent } });
  }
  const command = commandOf(one, about, side);
  return (
    command && noteNotice({ ctx: side.ctx, input: { noticeId, key, command, documents: alongWith(one, command) } })
  );
}

function commandOf({ processor }: ControllerCase, about: number, { contactId }: ProcessorSide): NotingCommand | null {
  const read = processor.acknowledged.find(({ seq }) => seq === about);
  if (read !== undefined && read.version !== null) {
    const { version, name, function: role } = read;
    return { kind: 'acknowledge', version, contactId, via: 'account', name: name ?? '–', function: role ?? '–' };
  }
  const measure = processor.measures.find(({ answered }) => answered?.seq === about);
  if (measure?.verdict && measure.answered) {
    const { text, name, function: role } = measure.verdict;
    const said = { verdict: measure.answered.verdict, text, name: name ?? '–', function: role ?? '–' };
    return { kind: 'answerMeasure', measureId: measure.id, ...said, contactId, via: 'account' };
  }
  const asked = processor.questions.find(({ seq }) => seq === about);
  if (asked === undefined) return null;
  const { id: questionId, text } = asked;
  return { kind: 'ask', questionId, contactId, text: text ?? '…', urgentHours: urgentHoursOf(asked), via: 'account' };
}

/** Of a question, the documents that are kept with it; they are handed after it. */
const alongWith = ({ files }: ControllerCase, command: NotingCommand): number =>
  command.kind === 'ask' ? filesAbout(files, { kind: 'question', questionId: command.questionId }).length : 0;
