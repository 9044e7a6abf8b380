import type { NatureItem } from '../../domain/letters/items';
import type { Nature } from '../../domain/deadline/breachClock';
import type { Block } from '../blocks/block';
import { facts, paragraph } from '../blocks/build';
import type { Speaker } from '../speaker';

/** a) What is affected, in which circumstances, whether it goes on. */
export const nature = (item: NatureItem, speaker: Speaker): Block[] => [
  paragraph(speaker.say('a.stage')),
  natureFacts(item, speaker),
];

export function natureFacts(item: NatureItem, speaker: Speaker): Block {
  const { say, answer, instant } = speaker;
  const rows: (readonly [string, string] | null)[] = [
    [say(item.suspected ? 'a.typesSuspected' : 'a.types'), natureTypes(item.types, speaker)],
    [say('a.circumstances'), answer(item.circumstances)],
    item.systems === null ? null : [say('a.systems'), answer(item.systems)],
    [say('a.origin'), item.origin === null ? say('word.unknown') : say(`origin.${item.origin}`)],
    [say('a.cause'), say(`cause.${item.cause}`)],
    [say('a.ongoing'), say(`word.${item.ongoing}`)],
    item.beganAt === null ? null : [say('a.beganAt'), instant(item.beganAt)],
    item.endedAt === null ? null : [say('a.endedAt'), instant(item.endedAt)],
  ];
  return facts(...rows.filter((row) => row !== null));
}

export const natureTypes = (types: readonly Nature[], { say }: Speaker): string =>
  types.length === 0 ? say('nature.none') : types.map((type) => say(`nature.${type}`)).join(', ');
