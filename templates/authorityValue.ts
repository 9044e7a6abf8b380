import type { Value } from '../domain/authority/formField';
import type { Counted } from '../domain/authority/recordParts';
import type { Language } from '../domain/letters/head';
import { countryName } from './countryName';
import { writeInstant, writeOffset } from '../domain/letters/writeInstant';
import { writeCount, writeDay } from './grammar';
import { wordsOf, type WordKey } from './words/words';

/** A label of the authority's vocabularies. @throws Error for a term that has none */
export function saWord(language: Language, vocabulary: string, term: string): string {
  const key = `sa.${vocabulary}.${term}`;
  const words = wordsOf(language);
  if (!isKey(words, key)) throw new Error(`no words for ${key}`);
  return words[key];
}

export const hasSaWord = (vocabulary: string, term: string): boolean =>
  isKey(wordsOf('fr'), `sa.${vocabulary}.${term}`);

const isKey = (words: object, key: string): key is WordKey => Object.hasOwn(words, key);

/** The label of a term; a register has vocabularies beside the authority's. */
type TermWord = (language: Language, vocabulary: string, term: string) => string;

/** Values of a field as they are read on the sheet; each line of a list on its own. */
export function writeValues(
  language: Language,
  zone: string,
  values: readonly Value[],
  termWord: TermWord = saWord,
): string {
  const isList = values.some(({ as }) => as === 'row');
  return values.map((value) => writeValue(language, zone, value, termWord)).join(isList ? '\n' : ', ');
}

/** As `writeValues`, but for the form's own inputs: a number is digits alone. */
export function copyValues(language: Language, zone: string, values: readonly Value[]): string {
  const [only, second] = values;
  if (only?.as !== 'count' || second !== undefined || !('count' in only.count))
    return writeValues(language, zone, values);
  return String(only.count.count);
}

function writeValue(language: Language, zone: string, value: Value, termWord: TermWord): string {
  switch (value.as) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'quarters':
      return writeCount(language, value.quarters / 4);
    case 'terms':
      return value.terms.map((term) => termWord(language, value.vocabulary, term)).join('\n');
    case 'count':
      return writeCounted(language, value.count);
    case 'instant': {
      const at = `${writeInstant(language, zone, value.at)} (${writeOffset(zone, value.at)})`;
      return value.of === undefined ? at : `${saWord(language, 'said', value.of)} ${at}`;
    }
    case 'day':
      return writeDay(language, value.on);
    case 'country':
      return countryName(language, value.country);
    case 'row':
      return value.values.map((one) => writeValue(language, zone, one, termWord)).join(' · ');
  }
}

/** "1412", "environ 1412", or that it is not known. Digits are not grouped: they are copied into a form. */
export function writeCounted(language: Language, count: Counted): string {
  if (!('count' in count)) return saWord(language, 'count', count.amount);
  return count.amount === 'exact' ? String(count.count) : `${saWord(language, 'count', 'approx')} ${count.count}`;
}
