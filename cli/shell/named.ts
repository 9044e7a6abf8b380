import { isWord, word } from '../../templates/pages/words/word';
import type { Language } from './language';

/** A value of a closed list as pages call it (`stage`, `kind`, …); the value itself where this command does not know it. */
export function named(list: string, value: string, language: Language): string {
  const key = `${list}.${value}`;
  return isWord(key) ? word(language, key, {}) : value;
}
