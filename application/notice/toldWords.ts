import { originTier, type SubNotice } from '../../domain/incident/subNotice';
import { instantIn } from '../../domain/letters/writeInstant';
import { Upward } from '../../domain/exchange/upward';
import type { Told } from '../../domain/notice/copyTold';
import type { Items } from '../../domain/notice/items';
import { upwardOf } from '../../domain/notice/upward';
import type { FullCase } from './readCase';

type Language = 'fr' | 'en';

const WORDS = {
  fr: {
    by: ', informé par ',
    lead: (from: string, tier: number) =>
      `Selon notre sous-traitant ultérieur ${from} (rang d’origine ${tier}), reçu le `,
    doubt: ', simple soupçon de sa part',
    end: '\u00a0:',
    beyond: 'Provenance au-delà des rangs indiqués\u00a0:',
    persons: 'Personnes, environ\u00a0:',
    records: 'Enregistrements, environ\u00a0:',
  },
  en: {
    by: ', told by ',
    lead: (from: string, tier: number) => `Told by our sub-processor ${from} (tier of origin ${tier}), received `,
    doubt: ', only a suspicion of theirs',
    end: ':',
    beyond: 'Beyond the tiers that are named, it came from:',
    persons: 'Persons, about:',
    records: 'Records, about:',
  },
};

/** Who told it, of which tier, when: stands before each text that is copied into a draft. The hour names its zone. */
export function leadOf(said: SubNotice, language: Language, zone: string): string {
  const words = WORDS[language];
  const doubt = said.certain ? '' : words.doubt;
  const from = said.chain.join(words.by);
  return `${words.lead(from, originTier(said))}${instantIn(said.receivedAt, language, zone)}${doubt}${words.end}`;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Every lead that a draft may hold of it: of another language or zone that the contract had, and as it was written before. */
function leadPatterns(said: SubNotice): RegExp[] {
  return (['fr', 'en'] as const).flatMap((language) => {
    const { by, lead, end } = WORDS[language];
    return [by, ' ← '].map((joint) => {
      const start = lead(said.chain.join(joint), originTier(said));
      return new RegExp(`${escaped(start)}[^\\n]{10,90}?${escaped(end)} (?=\\S)`, 'g');
    });
  });
}

/** What it said item by item; all null once erased. The words of numbers stand apart, as a field may hold the number. */
export function toldOfSub({ items }: Pick<SubNotice, 'items'>, language: Language): Told {
  const { persons = null, records = null } = items ?? {};
  const words = WORDS[language];
  return {
    texts: {
      a: items?.a ?? null,
      b: items?.b ?? null,
      c: items?.c ?? null,
      d: items?.d ?? null,
      e: items?.e ?? null,
    },
    persons,
    records,
    counted: {
      persons: persons === null ? null : `${words.persons} ${persons}`,
      records: records === null ? null : `${words.records} ${records}`,
    },
  };
}

type AroundWords = { subNotices: FullCase['subNotices']; agreement: Pick<FullCase['agreement'], 'language'> };

/**
 * What a version tells whoever processes above us: a draft may hold leads of the language that the contract had before. Null
 * where words of old times keep no rule of today's: they are in the letter, and nobody is handed what it would refuse.
 */
export function upwardIn({ subNotices, agreement: { language } }: AroundWords, items: Items | null): Upward | null {
  const leads = subNotices.flatMap(leadPatterns);
  const { by, beyond: start } = WORDS[language];
  const beyond = (names: readonly string[]) => `${start} ${names.join(by)}.`;
  return Upward.safeParse(upwardOf({ items, subNotices, leads, language, beyond })).data ?? null;
}
