import type { NoticeLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import type { Speaker } from '../speaker';
import { evidence } from './closing';
import { itemsToFollow } from './itemsToFollow';
import { subProcessors } from './subProcessors';
import { timeline } from './timeline';

type Beside = Pick<NoticeLetter, 'timeline' | 'items' | 'subProcessors' | 'toldBySubs' | 'evidence' | 'complaint'> & {
  writtenAt: string;
  due: { hours: number; dueAt: string } | null;
};

/** Section 0 of a letter on its contact's page, in the words of the letter; nothing where no limit ran. */
export const beforeItems = ({ timeline: times, due, writtenAt }: Beside, speaker: Speaker): Block[] =>
  due === null ? [] : timeline({ timeline: times, deadline: due, head: { writtenAt } }, speaker);

/** Sections f, g and h. */
export const behindItems = (beside: Beside, speaker: Speaker): Block[] => [
  ...subProcessors(beside, speaker),
  ...itemsToFollow(beside.items, speaker),
  ...evidence(beside, speaker),
];
