import { nextDelivery } from '../delivery/outbox';
import type { Notice } from './fold';
import { toHand } from './handing';
import type { Rung } from './ladders';
import { isNews } from './measures';
import { isAfterEnd, readByLink } from './readByLink';

/** Whether anything of what is stored for it has yet to leave: while it is open, or while a mail of it waits. */
export const hasToSend = ({ life, outbox }: Pick<Notice, 'life' | 'outbox'>): boolean =>
  life === 'OPEN' || nextDelivery(outbox) !== null;

/** Whether the news of a ladder was told; `place`: which version, question or measure it is about, from 1. */
const isTold = ({ reminded }: Pick<Notice, 'reminded'>, news: Rung['ladder'], place: number): boolean =>
  reminded.some(({ ladder, version }) => ladder === news && version === place);

/** Whether a question waits for its answer, or who asked for being told of it. */
const hasOpenQuestion = (notice: Pick<Notice, 'questions' | 'reminded'>): boolean =>
  notice.questions.some(({ answeredAt }, index) => answeredAt === null || !isTold(notice, 'answered', index + 1));

/** Whether our people have yet to be told that it was acknowledged after its end. */
function hasLateReader(notice: Notice): boolean {
  const read = readByLink(notice);
  if (read === undefined || !isAfterEnd(notice, read)) return false;
  return !isTold(notice, 'acknowledged', read.version);
}

/** Whether our people have yet to be told of the controller's word on a measure. */
const hasUntoldWord = (notice: Pick<Notice, 'measures' | 'reminded'>): boolean =>
  notice.measures.some((measure, index) => isNews(measure) && !isTold(notice, 'measureAnswered', index + 1));

/**
 * Whether it still asks something of somebody. One that has ended does while a mail of it waits, which would else be
 * forgotten with the engine's memory, and while a question or the news of an acknowledgement or of a word on a measure does:
 * a contact may ask, answer, or say that it has read, long after.
 */
export const isOngoing = (notice: Notice): boolean =>
  hasToSend(notice) ||
  hasOpenQuestion(notice) ||
  hasLateReader(notice) ||
  hasUntoldWord(notice) ||
  toHand(notice).length > 0;

/** Of what a contact says or asks: told though the notice has ended. */
const afterEnd: readonly Rung['ladder'][] = ['question', 'asked', 'answered', 'measureAnswered'];

/**
 * Whether a ladder is climbed in this life of a notice: those of a question and the news of a word on a measure always, the
 * news of an acknowledgement where it came after the end, all others while it is open.
 */
export function isClimbed(notice: Notice, { ladder }: Pick<Rung, 'ladder'>): boolean {
  return notice.life === 'OPEN' || afterEnd.includes(ladder) || (ladder === 'acknowledged' && hasLateReader(notice));
}
