import { chainsOf } from '../../domain/incident/chains';
import type { SubNotice } from '../../domain/incident/subNotice';
import { instantIn } from '../../domain/letters/writeInstant';
import { Upward } from '../../domain/exchange/upward';
import type { Told } from '../../domain/notice/copyTold';
import type { Items } from '../../domain/notice/items';
import { saidBy, toldBy } from '../../domain/notice/saidBy';
import { type Lead, upwardOf } from '../../domain/notice/upward';
import type { FullCase } from './readCase';

type Language = 'fr' | 'en';

const WORDS = {
  fr: {
    lead: 'Selon notre sous-traitant ultérieur ',
    tier: (tier: number) => ` (rang d’origine ${tier})`,
    also: '\u00a0; ',
    received: ', reçu le ',
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
    lead: 'Told by our sub-processor ',
    tier: (tier: number) => ` (tier of origin ${tier})`,
    also: '; ',
    received: ', received ',
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

/** Who told it, by every chain with its tier of origin, when: stands before each text that is copied into a draft. The hour names its zone. */
export function leadOf(said: SubNotice, language: Language, zone: string): string {
  const words = WORDS[language];
  const doubt = said.certain ? '' : words.doubt;
  const start = startOf(said, language, (chain) => toldBy(chain, language));
  return `${start}${instantIn(said.receivedAt, language, zone)}${doubt}${words.end}`;
}

function startOf(said: SubNotice, language: Language, joined: (chain: readonly string[]) => string): string {
  const { lead, tier, also, received } = WORDS[language];
  const origins = chainsOf(said).map((chain) => `${joined(chain)}${tier(chain.length + 1)}`);
  return `${lead}${origins.join(also)}${received}`;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Every lead that a draft may hold of it: of another language or zone that the contract had, and as it was written before. */
function leadsOf(said: SubNotice, now: Language): Lead[] {
  const mark = saidBy(said.chain, now);
  return (['fr', 'en'] as const).flatMap((language) =>
    [(chain: readonly string[]) => toldBy(chain, language), (chain: readonly string[]) => chain.join(' ← ')].map(
      (joined) => {
        const start = startOf(said, language, joined);
        return {
          pattern: new RegExp(`${escaped(start)}[^\\n]{10,90}?${escaped(WORDS[language].end)} (?=\\S)`, 'g'),
          mark,
        };
      },
    ),
  );
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
  const bare = subNotices
    .flatMap((said) => leadsOf(said, language))
    .reduce((text, { pattern }) => text.replaceAll(pattern, ''), c.text);
  const theirs = told.flatMap(({ texts, counted }) => [texts.c, counted.persons, counted.records]);
  const rest = theirs.reduce<string>((text, one) => (one === null ? text : text.replaceAll(one, '')), bare);
  return totals.length > 0 && rest.trim() === '';
}

type AroundWords = {
  subNotices: FullCase['subNotices'];
  agreement: Pick<FullCase['agreement'], 'language' | 'document'>;
};

/**
 * What a version tells whoever processes above us: a draft may hold leads of the language that the contract had before. Null
 * where words of old times keep no rule of today's: they are in the letter, and nobody is handed what it would refuse.
 */
export function upwardIn(
  { subNotices, agreement: { language, document } }: AroundWords,
  items: Items | null,
): Upward | null {
  const leads = subNotices.flatMap((said) => leadsOf(said, language));
  const own = document === null ? '' : saidBy([document.processor.name], language);
  const beyond = (names: readonly string[]) => `${WORDS[language].beyond} ${toldBy(names, language)}.`;
  return Upward.safeParse(upwardOf({ items, subNotices, leads, own, language, beyond })).data ?? null;
}
