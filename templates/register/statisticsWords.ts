import type { StatisticsGroup } from '../../domain/register/statistics';
import type { Language } from '../../domain/letters/head';
import { hasSaWord, saWord } from '../authorityValue';
import { isWord, phrase } from '../pages/words/word';

const vocabularies: Record<StatisticsGroup['key'], string> = {
  nature: 'nature',
  origin: 'origin',
  cause: 'cause',
  data: 'data',
  sensitive: 'yesNo',
  sensitiveData: 'sensitive',
  persons: 'band',
  sector: 'sector',
  timing: 'timing',
  delay: 'delay',
  authority: 'authority',
  told: 'informed',
  reached: 'reached',
};

/** Labels that pages shorten elsewhere, and that are as they were published here. */
const PUBLISHED: readonly StatisticsGroup['key'][] = ['nature', 'data', 'sensitive', 'sensitiveData', 'told'];

/** The label of a band, as the authority publishes it where it does. */
export function bandWord(language: Language, key: StatisticsGroup['key'], term: string): string {
  const vocabulary = vocabularies[key];
  const own = `${vocabulary}.${term}`;
  if (isWord(own) && !PUBLISHED.includes(key)) return phrase(language, { key: own });
  if (hasSaWord(vocabulary, term)) return saWord(language, vocabulary, term);
  return phrase(language, { key: 'register.unknown' });
}
