import type { Language } from '../../../domain/letters/head';
import { writeCount, writeHours } from '../../grammar';
import { en } from './words.en';
import { fr } from './words.fr';

/** A key of the interface's vocabulary. The English file must have exactly the French file's keys, or nothing compiles. */
export type Word = keyof typeof fr;

/** An amount; or a limit, of which less than an hour is said in minutes and seconds. */
type Amount = number | { hours: number };

/** Words with their values, in no language yet. A number is an amount, written as the language does; one that names is text. */
export type Phrase = { key: Word; values?: Readonly<Record<string, string | Amount>> };

const vocabularies: Record<Language, Readonly<Record<Word, string>>> = { fr, en };

/** Before these French says "d’": not before h and y, which elide in some names alone. */
const BEGINS_WITH_VOWEL = /^[aàâäeéèêëiîïoôöuùûüœæ]/iu;

/** @throws Error for an unknown key, or a `{place}` that no value fills: nothing is ever left blank */
export function word(language: Language, key: Word, values: Readonly<Record<string, unknown>>): string {
  const text = vocabularies[language][key];
  if (text === undefined) throw new Error(`no words for ${String(key)}`);
  return text.replaceAll(/(?:\b([Dd])e )?\{(\w+)\}/g, (_place, de: string | undefined, name: string) => {
    const value = values[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${key}: nothing for {${name}}`);
    const said = String(value);
    if (de === undefined) return said;
    return language === 'fr' && BEGINS_WITH_VOWEL.test(said) ? `${de}’${said}` : `${de}e ${said}`;
  });
}

/** What a view says: a phrase, or text that has no language of ours (a name, what somebody wrote). */
export type Said = Phrase | string;

export const phrase = (language: Language, said: Said): string =>
  typeof said === 'string' ? said : word(language, said.key, written(language, said.values ?? {}));

const written = (language: Language, values: NonNullable<Phrase['values']>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : amount(language, value)]),
  );

const amount = (language: Language, value: Amount): string =>
  typeof value === 'number' ? writeCount(language, value) : writeHours(language, value.hours);

export const isWord = (key: string): key is Word => Object.hasOwn(fr, key);

/** How many there are, with the word for one or for many: in French nought is one. */
export function countWords(
  language: Language,
  n: number,
  { one, many }: { one: Word; many: Word },
  values: Readonly<Record<string, unknown>> = {},
): string {
  const isOne = language === 'fr' ? Math.abs(n) < 2 : n === 1;
  return word(language, isOne ? one : many, { ...values, n: writeCount(language, n) });
}
