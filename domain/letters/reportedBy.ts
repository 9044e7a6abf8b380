import type { CaseOrigin } from '../controllerCase/vocabulary';
import type { Language } from './head';
import { instantIn } from './writeInstant';

const WHO: Record<Language, Record<Exclude<CaseOrigin, 'own'>, string>> = {
  fr: { processor: 'le sous-traitant', thirdParty: 'un tiers', authority: 'une autorité' },
  en: { processor: 'the processor', thirdParty: 'a third party', authority: 'an authority' },
};

/** Who reported a breach, when, under which reference; null: not said, or erased. */
export type Reported = {
  origin: Exclude<CaseOrigin, 'own'>;
  from: string | null;
  /** ISO instant; written in `zone`. */
  at: string;
  reference: string | null;
};

/** How a controller came to know of it, in one sentence: its circumstances of discovery (domain rules 2.2, section 6). */
export function reportedBy({ origin, from, at, reference }: Reported, language: Language, zone: string): string {
  const who = from === null ? WHO[language][origin] : `${WHO[language][origin]} ${named(origin, from)}`;
  const when = instantIn(at, language, zone);
  const under = reference === null ? '' : language === 'fr' ? `, référence ${reference}` : `, reference ${reference}`;
  return language === 'fr' ? `Signalée par ${who} le ${when}${under}.` : `Reported by ${who} on ${when}${under}.`;
}

/** "the processor X", "a third party (X)". */
const named = (origin: Reported['origin'], from: string): string => (origin === 'processor' ? from : `(${from})`);
