import type { Items } from '../../domain/letters/items';
import type { SupplementLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import { heading, note, paragraph, table, when } from '../blocks/build';
import type { Speaker } from '../speaker';
import { contactList } from './contacts';
import { measures } from './measures';
import { natureFacts } from './nature';
import { openItems } from './itemsToFollow';
import { personsAnswer } from './persons';
import { awareness } from './timeline';

/** One statement of an item. An answer that is only "unknown", or free words, has no term. */
type Statement = { term: string | null; value: string };

/** B: what changes, before and after, read off both versions so that it cannot disagree with them. */
export function changes(data: SupplementLetter, speaker: Speaker): Block[] {
  const { say } = speaker;
  const { previous, items, deadline, clockChange } = data;
  const rows = [
    ...timelineChanges(data, speaker),
    ...(['a', 'b', 'c', 'd', 'e'] as const).flatMap((name) => {
      const [before, after] = [statements(previous.items, name, speaker), statements(items, name, speaker)];
      return compare(say(`items.${name}`), before, after, speaker);
    }),
  ];
  const head = [say('supplement.item'), say('supplement.before'), say('supplement.after')];
  const { t0, dueAt } = deadline;
  return [
    heading(say('supplement.changes')),
    ...when(clockChange !== null, note(say(`supplement.clock.${clockChange ?? 'confirmed'}`, { t0, dueAt }))),
    rows.length === 0 ? paragraph(say('supplement.noChange')) : table(head, rows),
  ];
}

/** B: which of c, d, e have an answer that they had not. */
export function completed({ previous, items }: SupplementLetter, { say }: Speaker): Block[] {
  const open = new Set(openItems(items).map(({ name }) => name));
  const names = openItems(previous.items).flatMap(({ name }) => (open.has(name) ? [] : [say(`items.${name}`)]));
  const none = paragraph(say('supplement.completedNone'));
  return [heading(say('supplement.completed')), names.length === 0 ? none : { kind: 'list', items: names }];
}

function timelineChanges({ previous, timeline }: SupplementLetter, speaker: Speaker): string[][] {
  const { say, instant } = speaker;
  const state = (times: SupplementLetter['timeline']): Statement[] => [
    { term: say('timeline.alerted'), value: instant(times.alertedAt) },
    { term: say('timeline.detected'), value: instant(times.detectedAt) },
    { term: say('timeline.aware'), value: awareness(times, speaker) },
  ];
  return compare(say('supplement.timelineItem'), state(previous.timeline), state(timeline), speaker);
}

/** Row by row where both sides speak of the same terms, as a whole where one side was unknown. */
function compare(item: string, before: Statement[], after: Statement[], { say }: Speaker): string[][] {
  const whole = (all: Statement[]) =>
    all.map(({ term, value }) => (term === null ? value : say('word.fact', { term, value }))).join('\n');
  if (whole(before) === whole(after)) return [];
  if ([...before, ...after].some(({ term }) => term === null)) return [[item, whole(before), whole(after)]];
  const absent = say('supplement.absent');
  const terms = [...new Set([...before, ...after].map(({ term }) => term))];
  return terms.flatMap((term) => {
    const valueIn = (all: Statement[]) => all.find((statement) => statement.term === term)?.value ?? absent;
    const [old, now] = [valueIn(before), valueIn(after)];
    return old === now ? [] : [[`${item}\n${term}`, old, now]];
  });
}

function statements(items: Items, name: keyof Items, speaker: Speaker): Statement[] {
  return blocksOf(items, name, speaker).flatMap((block): Statement[] => {
    switch (block.kind) {
      case 'facts':
        return block.rows;
      case 'list':
        return block.items.map((value) => ({ term: null, value }));
      case 'table':
        return block.rows.map((cells) => ({ term: null, value: cells.join(' · ') }));
      case 'heading':
      case 'paragraph':
      case 'note':
      case 'action':
        return [{ term: null, value: block.text }];
    }
  });
}

function blocksOf(items: Items, name: keyof Items, speaker: Speaker): Block[] {
  switch (name) {
    case 'a':
      return [natureFacts(items.a, speaker)];
    case 'b':
      return contactList(items.b, speaker);
    case 'c':
      return personsAnswer(items.c.answer, speaker);
    case 'd':
      return [paragraph(speaker.answer(items.d))];
    case 'e':
      return measures(items.e, speaker);
  }
}
