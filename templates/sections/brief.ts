import type { NoticeLetter } from '../../domain/letters/notice';
import { standingOf } from '../../domain/letters/standing';
import type { Block } from '../blocks/block';
import { facts, heading } from '../blocks/build';
import type { Speaker } from '../speaker';
import { natureTypes } from './nature';
import { openItems } from './itemsToFollow';

/** What a reader at three in the morning needs first: what, what is unknown, until when, what is asked. */
export function brief({ head, addressee, timeline, items, authorityDueAt }: NoticeLetter, speaker: Speaker): Block[] {
  const { say } = speaker;
  const names = { sender: head.sender, controller: addressee.controller };
  const standing = standingOf({ toldCertain: timeline.toldCertain, suspected: items.a.suspected });
  const open = openItems(items).map(({ name }) => say(`items.${name}`));
  return [
    heading(say('brief.title')),
    facts(
      [say('brief.what'), say(`brief.what.${standing}`, names)],
      [say(items.a.suspected ? 'a.typesSuspected' : 'a.types'), natureTypes(items.a.types, speaker)],
      [say('brief.open'), open.length === 0 ? say('brief.open.none') : open.join('\n')],
      [say('brief.limit'), say('brief.limit.value', { dueAt: authorityDueAt })],
      [say('brief.ask'), say('brief.ask.value')],
    ),
  ];
}
