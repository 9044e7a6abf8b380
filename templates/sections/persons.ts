import type { PersonsItem } from '../../domain/letters/items';
import type { Block } from '../blocks/block';
import { facts, paragraph, when } from '../blocks/build';
import type { Speaker } from '../speaker';

/** c) Categories and approximate numbers; what Annex 1 allows at most is said in any case. */
export function persons({ scope, answer }: PersonsItem, speaker: Speaker): Block[] {
  const { say } = speaker;
  const unknown = say('word.unknown');
  const bounds = {
    persons: scope.persons.join(', ') || unknown,
    data: scope.data.join(', ') || unknown,
  };
  return [...personsAnswer(answer, speaker), paragraph(say('c.scope', bounds))];
}

export function personsAnswer(answer: PersonsItem['answer'], speaker: Speaker): Block[] {
  const { say, amount } = speaker;
  if (answer.answer !== 'value') return [paragraph(speaker.answer(answer))];
  const { text, personCategories, dataCategories, sensitiveCategories } = answer.value;
  const data = [
    ...dataCategories.map((one) => say(`sa.data.${one}`)),
    ...sensitiveCategories.map((one) => say(`sa.sensitive.${one}`)),
  ];
  const rows: (readonly [string, string] | null)[] = [
    [say('c.persons'), amount(answer.value.persons)],
    personCategories.length === 0
      ? null
      : [say('c.personCategories'), personCategories.map((one) => say(`sa.person.${one}`)).join(' · ')],
    [say('c.records'), amount(answer.value.records)],
    data.length === 0 ? null : [say('c.dataCategories'), data.join(' · ')],
  ];
  return [...when(text !== null, paragraph(text ?? '')), facts(...rows.filter((row) => row !== null))];
}
