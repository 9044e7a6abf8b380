type Language = 'fr' | 'en';
type Chain = readonly string[];

const WORDS = {
  fr: { start: 'Dit par', by: ', informé par ' },
  en: { start: 'Said by', by: ', told by ' },
} as const;

/** Who told it, then who told them, in words. */
export const toldBy = (chain: Chain, language: Language): string => chain.join(WORDS[language].by);

/**
 * Stands before each part of a text that goes up where its parts are of several (domain rules 7.5): whose words they are, by
 * name, since a number of tiers is another one tier up. The tier of each name stands in the chains that go with it (ADR 0054).
 */
export const saidBy = (chain: Chain, language: Language): string =>
  `[${WORDS[language].start} ${toldBy(chain, language).replaceAll(/[[\]\n]/g, ' ')}] `;

const MARK = /\[(?:Dit par|Said by) [^\]\n]{1,2000}\] /g;

/** Whose words it begins with is said. */
export const isMarked = (text: string): boolean => text.search(MARK) === 0;

/** Without who said which part, to tell whether its words are those of another version. */
export const unmarked = (text: string): string => text.replaceAll(MARK, '');
