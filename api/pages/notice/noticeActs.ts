import type { FullCase } from '../../../application/notice/readCase';
import { mayExtract } from '../../../application/policies/journal';
import { mayCloseNotice, mayNoteNotice, mayReplayDelivery } from '../../../application/policies/notice';
import type { Context } from '../../../application/ports/ports';
import { isAwaited } from '../../../domain/consultation/measure';
import { openCalls } from '../../../domain/notice/openCalls';
import type { Said, Word } from '../../../templates/pages/words/word';
import { replayable } from './noteForms';

/** What this reader may do with a notice now, in the order in which it is usually done. */
export function actionsOf(
  fullCase: FullCase,
  ctx: Context,
  exerciseEnded: boolean,
): { segment: string; label: Said }[] {
  const { notice } = fullCase;
  const acts: { segment: string; key: Word; may: boolean }[] = [
    {
      segment: 'call',
      key: 'notice.logCall',
      may: (notice.versions.length > 0 || openCalls(notice).length > 0) && mayNoteNotice(ctx),
    },
    { segment: 'question', key: 'ask.noteQuestion', may: notice.versions.length > 0 && mayNoteNotice(ctx) },
    { segment: 'replay', key: 'ask.replay', may: replayable(fullCase).length > 0 && mayReplayDelivery(ctx) },
    { segment: 'measure', key: 'ask.proposeMeasure', may: notice.life === 'OPEN' && mayNoteNotice(ctx) },
    {
      segment: 'measure-answer',
      key: 'ask.answerMeasure',
      may: notice.measures.some(isAwaited) && notice.versions.length > 0 && mayNoteNotice(ctx),
    },
    { segment: 'measure-urgent', key: 'ask.takeMeasure', may: notice.life === 'OPEN' && mayNoteNotice(ctx) },
    { segment: 'explain', key: 'notice.explain', may: notice.life === 'OPEN' && mayNoteNotice(ctx) },
    { segment: 'extract', key: 'extract.title', may: mayExtract(ctx) },
    { segment: 'close', key: 'notice.close', may: notice.life === 'OPEN' && mayCloseNotice(ctx) },
    { segment: 'reopen', key: 'notice.reopen', may: notice.life === 'CLOSED' && !exerciseEnded && mayCloseNotice(ctx) },
  ];
  return acts.filter(({ may }) => may).map(({ segment, key }) => ({ segment, label: { key } }));
}
