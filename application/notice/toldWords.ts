import { originTier, type SubNotice } from '../../domain/incident/subNotice';
import { Upward } from '../../domain/exchange/upward';
import type { Told } from '../../domain/notice/copyTold';
import type { Items } from '../../domain/notice/items';
import { upwardOf } from '../../domain/notice/upward';
import type { FullCase } from './readCase';

type Language = 'fr' | 'en';

const WORDS = {
  fr: {
    lead: (from: string, tier: number, at: string) =>
      `Selon notre sous-traitant ultérieur ${from} (rang d’origine ${tier}), reçu le ${at}\u00a0:`,
    doubt: 'simple soupçon de sa part',
    persons: 'Personnes, environ\u00a0:',
    records: 'Enregistrements, environ\u00a0:',
  },
  en: {
    lead: (from: string, tier: number, at: string) =>
      `Told by our sub-processor ${from} (tier of origin ${tier}), received ${at}:`,
    doubt: 'only a suspicion of theirs',
    persons: 'Persons, about:',
    records: 'Records, about:',
  },
};

/** Who told it, of which tier, when: stands before each text that is copied into a draft. Hours are UTC, and say so. */
export function leadOf(said: SubNotice, language: Language): string {
  const { chain, receivedAt, certain } = said;
  const words = WORDS[language];
  const at = `${receivedAt.slice(0, 10)} ${receivedAt.slice(11, 16)} UTC`;
  return words.lead(chain.join(' ← '), originTier(said), certain ? at : `${at}, ${words.doubt}`);
}

/** What it said item by item; all null once erased. */
export function toldOfSub({ items }: Pick<SubNotice, 'items'>, language: Language): Told {
  const { persons = null, records = null } = items ?? {};
  const words = WORDS[language];
  const counted = [
    ...(persons === null ? [] : [`${words.persons} ${persons}`]),
    ...(records === null ? [] : [`${words.records} ${records}`]),
  ];
  const c = [...(items?.c ? [items.c] : []), ...counted].join('\n') || null;
  return {
    texts: { a: items?.a ?? null, b: items?.b ?? null, c, d: items?.d ?? null, e: items?.e ?? null },
    persons,
    records,
  };
}

type AroundWords = { subNotices: FullCase['subNotices']; agreement: Pick<FullCase['agreement'], 'language'> };

/**
 * What a version tells whoever processes above us: a draft may hold leads of the language that the contract had before. Null
 * where words of old times keep no rule of today's: they are in the letter, and nobody is handed what it would refuse.
 */
export function upwardIn({ subNotices, agreement: { language } }: AroundWords, items: Items | null): Upward | null {
  const leads = subNotices.flatMap((said) => [leadOf(said, 'fr'), leadOf(said, 'en')]);
  return Upward.safeParse(upwardOf({ items, subNotices, leads, language })).data ?? null;
}
