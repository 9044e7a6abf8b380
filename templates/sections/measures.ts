import type { Measure, MeasuresItem } from '../../domain/letters/items';
import type { Block } from '../blocks/block';
import { paragraph, subheading, table, when } from '../blocks/build';
import type { Speaker } from '../speaker';

/** e) Taken, proposed, to be decided together. */
export function measures(item: MeasuresItem, speaker: Speaker): Block[] {
  if (item.answer !== 'value') return [paragraph(speaker.answer(item))];
  const { text, taken, proposed, toDecide } = item.value;
  const none = text === null && taken.length + proposed.length + toDecide.length === 0;
  return [
    ...when(text !== null, paragraph(text ?? '')),
    ...when(none, paragraph(speaker.say('e.none'))),
    ...measureTable('e.taken', taken, speaker),
    ...measureTable('e.proposed', proposed, speaker),
    ...measureTable('e.toDecide', toDecide, speaker),
  ];
}

function measureTable(title: 'e.taken' | 'e.proposed' | 'e.toDecide', rows: readonly Measure[], speaker: Speaker) {
  const { say, instant } = speaker;
  if (rows.length === 0) return [];
  const cells = rows.map(({ what, by, at }) => [
    what,
    by ?? say('e.nobody'),
    at === null ? say('e.undated') : instant(at),
  ]);
  return [subheading(say(title)), table([say('e.what'), say('e.by'), say('e.at')], cells)];
}
