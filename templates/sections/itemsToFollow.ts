import type { Items } from '../../domain/letters/items';
import type { Block } from '../blocks/block';
import { heading, paragraph, table } from '../blocks/build';
import { capitalise } from '../grammar';
import type { Speaker } from '../speaker';

export type Late = { name: 'c' | 'd' | 'e'; eta: string | null };

/** Which of c, d, e are still to follow; only these may (rule G6). */
export function openItems({ c, d, e }: Items): Late[] {
  const answers = { c: c.answer, d, e };
  return (['c', 'd', 'e'] as const).flatMap((name) => {
    const answer = answers[name];
    return answer.answer === 'toFollow' ? [{ name, eta: answer.eta }] : [];
  });
}

/** Of a c that is answered, the numbers that nobody knows yet: they are shown as not determined, so they are to come. */
function openAmounts({ c: { answer } }: Items, { say, amount }: Speaker): string[][] {
  if (answer.answer !== 'value') return [];
  const { persons, records } = answer.value;
  const amounts = [
    ['c.persons', persons],
    ['c.records', records],
  ] as const;
  return amounts.flatMap(([name, count]) =>
    count.amount === 'unknown' ? [[`c) ${say(name)}`, capitalise(amount(count))]] : [],
  );
}

/** g) Read off the items, so that it cannot say anything else than they do. */
export function itemsToFollow(items: Items, speaker: Speaker): Block[] {
  const { say, toFollow } = speaker;
  const open = openItems(items).map(({ name, eta }) => [say(`items.${name}`), capitalise(toFollow(eta))]);
  const rows = [...openAmounts(items, speaker), ...open];
  const none = paragraph(say('g.none'));
  return [heading(say('g.title')), rows.length === 0 ? none : table([say('g.item'), say('g.state')], rows)];
}

/** B: still unknown, and why, be it for now or for ever. */
export function stillUnknown(items: Items, speaker: Speaker): Block[] {
  const { say, answer } = speaker;
  const { c, d, e } = items;
  const answers = { c: c.answer, d, e };
  const open = (['c', 'd', 'e'] as const).flatMap((name) => {
    const given = answers[name];
    return given.answer === 'value' ? [] : [[say(`items.${name}`), answer(given)]];
  });
  const rows = [...openAmounts(items, speaker), ...open];
  const none = paragraph(say('supplement.unknownNone'));
  return [heading(say('supplement.unknown')), rows.length === 0 ? none : table([say('g.item'), say('g.state')], rows)];
}
