import type { BesideItems } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import type { Speaker } from '../speaker';
import { evidence } from './closing';
import { itemsToFollow } from './itemsToFollow';
import { subProcessors } from './subProcessors';
import { timeline } from './timeline';

/** Section 0 of a letter on its contact's page, in the words of the letter; nothing where no limit ran. */
export const beforeItems = ({ timeline: times, due, writtenAt }: BesideItems, speaker: Speaker): Block[] =>
  due === null ? [] : timeline({ timeline: times, deadline: due, head: { writtenAt } }, speaker);

/** Sections f, g and h. */
export const behindItems = (beside: BesideItems, speaker: Speaker): Block[] => [
  ...subProcessors(beside, speaker),
  ...itemsToFollow(beside.items, speaker),
  ...evidence(beside, speaker),
];
