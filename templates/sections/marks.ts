import type { Head } from '../../domain/letters/head';
import type { NoticeLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import { note, warning, when } from '../blocks/build';
import type { Speaker } from '../speaker';

/** EXERCICE / EXERCISE, before anything else is read (invariant 12). */
export const exerciseNote = ({ exercise }: Head, { say }: Speaker): Block[] =>
  when(exercise, warning(say('exercise.note')));

/** How the notice came to leave: by itself, on a provisional clock, late. */
export function standingNotes({ head, protective, timeline, deadline }: NoticeLetter, speaker: Speaker): Block[] {
  const { say } = speaker;
  const { dueAt, lateReason } = deadline;
  const late = Date.parse(head.writtenAt) > Date.parse(dueAt);
  const lateText =
    lateReason === null ? say('notice.lateNoReason', { dueAt }) : say('notice.late', { dueAt, reason: lateReason });
  return [
    ...when(protective, warning(say(late ? 'notice.protectiveLate' : 'notice.protective', { dueAt }))),
    ...when(late, warning(lateText)),
    ...provisionalNote({ timeline, deadline }, speaker),
  ];
}

/** Of what a sub-processor is certain only our own instant is provisional, and is said so. */
export const provisionalNote = (
  { timeline, deadline: { provisional, t0 } }: Pick<NoticeLetter, 'timeline' | 'deadline'>,
  { say }: Speaker,
): Block[] => when(provisional, note(say(timeline.toldCertain ? 'notice.toldCertain' : 'notice.provisional', { t0 })));
