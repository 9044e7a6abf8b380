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
    total: {
      persons:
        'Personnes\u00a0: le nombre indiqué peut porter sur plusieurs clients ensemble\u00a0; la part qui vous concerne reste à établir.',
      records:
        'Enregistrements\u00a0: le nombre indiqué peut porter sur plusieurs clients ensemble\u00a0; la part qui vous concerne reste à établir.',
    },
  },
  en: {
    by: ', told by ',
    lead: (from: string, tier: number) => `Told by our sub-processor ${from} (tier of origin ${tier}), received `,
    doubt: ', only a suspicion of theirs',
    end: ':',
    beyond: 'Beyond the tiers that are named, it came from:',
    persons: 'Persons, about:',
    records: 'Records, about:',
    total: {
      persons:
        'Persons: the number that was given may be of several clients together; your part is still to be established.',
      records:
        'Records: the number that was given may be of several clients together; your part is still to be established.',
    },
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

type Passed = Pick<FullCase['subNotices'][number], 'items' | 'isTotal'>;

/**
 * What it said item by item; all null once erased. The words of numbers stand apart, as a field may hold the number; of
 * several clients together they say no number, and name nobody.
 */
export function toldOfSub({ items, isTotal }: Passed, language: Language): Told {
  const { persons = null, records = null } = items ?? {};
  const words = WORDS[language];
  const wordsOf = (which: 'persons' | 'records', number: number | null) =>
    number === null ? null : isTotal ? words.total[which] : `${words[which]} ${number}`;
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
    counted: { persons: wordsOf('persons', persons), records: wordsOf('records', records) },
    isTotal,
  };
}

/** Item c of the draft is nothing but what was told, and its numbers are of several clients: a person has yet to split them. */
export function isToSplit({ notice, subNotices, agreement: { language } }: FullCase): boolean {
  const { c } = notice.draft;
  if (c?.answer !== 'value' || c.persons !== null || c.records !== null) return false;
  const told = subNotices.map((said) => toldOfSub(said, language));
  const totals = told.filter((one) => one.isTotal && (one.persons ?? one.records) !== null);
  const bare = subNotices.flatMap(leadPatterns).reduce((text, lead) => text.replaceAll(lead, ''), c.text);
  const theirs = told.flatMap(({ texts, counted }) => [texts.c, counted.persons, counted.records]);
  const rest = theirs.reduce<string>((text, one) => (one === null ? text : text.replaceAll(one, '')), bare);
  return totals.length > 0 && rest.trim() === '';
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
