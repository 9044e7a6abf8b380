import type { NoticeLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import { facts, heading } from '../blocks/build';
import { writeHours } from '../grammar';
import type { Speaker } from '../speaker';

type Times = Pick<NoticeLetter, 'timeline'> & {
  deadline: Pick<NoticeLetter['deadline'], 'hours' | 'dueAt'>;
  head: Pick<NoticeLetter['head'], 'writtenAt'>;
};

/** 0. When it was noticed, known, due and told. */
export function timeline({ timeline: times, deadline, head }: Times, speaker: Speaker): Block[] {
  const { say, instant, language } = speaker;
  return [
    heading(say('timeline.title')),
    facts(
      [say('timeline.alerted'), instant(times.alertedAt)],
      [say('timeline.detected'), instant(times.detectedAt)],
      [say('timeline.aware'), awareness(times, speaker)],
      [say('timeline.due', { length: writeHours(language, deadline.hours) }), instant(deadline.dueAt)],
      [say('timeline.sent'), instant(head.writtenAt)],
    ),
  ];
}

export function awareness({ awareAt, toldCertain }: NoticeLetter['timeline'], { say, instant }: Speaker): string {
  if (awareAt !== null) return instant(awareAt);
  return say(toldCertain ? 'timeline.toldCertain' : 'timeline.suspected');
}
