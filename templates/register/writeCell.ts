import type { Language } from '../../domain/letters/head';
import type { Cell } from '../../domain/register/cell';
import { hasSaWord, saWord, writeValues } from '../authorityValue';
import { isWord, phrase } from '../pages/words/word';

/** A cell in words. One without a value is never blank: it says that it is not determined, is missing, or does not apply. */
export function writeCell(language: Language, zone: string, cell: Cell): string {
  if (cell === 'notApplicable') return phrase(language, { key: 'register.notApplicable' });
  if (cell === 'missing') return phrase(language, { key: 'register.missing' });
  if (cell.length === 0) return phrase(language, { key: 'register.unknown' });
  return writeValues(language, zone, cell, termWord);
}

/** Labels of the authority's form first, then those that pages use. @throws Error for a term that has none */
function termWord(language: Language, vocabulary: string, term: string): string {
  const key = `${vocabulary}.${term}`;
  if (hasSaWord(vocabulary, term) || !isWord(key)) return saWord(language, vocabulary, term);
  return phrase(language, { key });
}

/** What a column is called. @throws Error for a key without words */
export function columnWord(language: Language, key: string): string {
  const full = `register.${key}`;
  if (!isWord(full)) throw new Error(`no words for the column ${key}`);
  return phrase(language, { key: full });
}
