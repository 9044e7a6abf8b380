import { AUTHORITIES } from '../../../domain/authority/authorities';
import { authorityRegion, type ControllerCase } from '../../../domain/controllerCase/case';
import { type Competent, competentOf, isCompetent, toTell } from '../../../domain/controllerCase/competence';
import { authorityLimit } from '../../../domain/controllerCase/term';
import type { Language } from '../../../domain/letters/head';
import { countryName } from '../../../templates/countryName';
import type { AuthorityChoice, CompetenceView } from '../../../templates/pages/parts/competence';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { authorityName } from './authorityNames';

const idsIn = (country: string): string[] => [
  ...new Set(AUTHORITIES.filter((one) => one.country === country).map(({ id }) => id)),
];

const MOST_NAMES = 3;

/** Authorities of a country by name; those of one with many by its own. */
export function namesIn(country: string, language: Language): string {
  const ids = idsIn(country);
  if (ids.length <= MOST_NAMES) return ids.map(authorityName).join(', ');
  return phrase(language, { key: 'competence.oneOf', values: { country: countryName(language, country) } });
}

/** Authorities of which telling one counts, those to be told first at the front; empty where nobody knows them. */
export const competentIds = (one: ControllerCase): string[] =>
  toTell(one)
    .toSorted((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null))
    .flatMap(({ country }) => idsIn(country));

type Known = Extract<Competent, { known: true }>;

const whyOf = ({ rule, countries }: Known, language: Language) => ({
  why: phrase(language, { key: `competence.${rule}` }),
  names: countries.map((country) => namesIn(country, language)).join(', '),
});

/** Why telling this authority does not stop the clock; null where it does. */
export function notCompetentNote(one: ControllerCase, authorityId: string, language: Language): Said | null {
  const competent = competentOf(one);
  if (!competent.known || isCompetent(one, authorityId)) return null;
  const values = { authority: authorityName(authorityId), ...whyOf(competent, language) };
  return { key: 'competence.not', values };
}

/** Beside the question with whom something was filed; null where nobody knows who is competent. */
export function competenceHint(one: ControllerCase, language: Language): Said | null {
  const competent = competentOf(one);
  return competent.known ? { key: 'competence.hint', values: whyOf(competent, language) } : null;
}

/** For which authority a form may be shown: those to tell, and those that were told. One alone needs no choice. */
export function choiceOf(
  one: ControllerCase,
  authorityId: string,
  { base, language }: { base: string; language: Language },
): AuthorityChoice {
  const told = one.authorities.map((file) => file.authorityId);
  const ids = [...new Set([...competentIds(one), ...told, authorityId])];
  const authorities = ids.map((id) => ({
    href: `${base}?authorityId=${id}`,
    label: authorityName(id),
    current: id === authorityId,
  }));
  return {
    authorities: ids.length > 1 ? authorities : [],
    notCompetent: notCompetentNote(one, authorityId, language),
  };
}

/** Whom to tell, why, and how far it is done; or what nobody has recorded. */
export function competenceView(
  one: ControllerCase,
  { language, mayRecord }: { language: Language; mayRecord: boolean },
): CompetenceView {
  const competent = competentOf(one);
  const countries = (codes: readonly string[]) => codes.map((code) => countryName(language, code)).join(', ');
  const note = (key: 'part' | 'name' | 'outside', codes: readonly string[]): Said[] =>
    codes.length === 0 ? [] : [{ key: `competence.${key}`, values: { countries: countries(codes) } }];
  const record = mayRecord ? `/cases/${one.id}/record` : null;
  if (!competent.known) {
    return {
      rule: { key: `competence.lacks.${competent.lacks}` },
      isKnown: false,
      lines: [],
      notes: [],
      record,
    };
  }
  const isOwed = authorityRegion(one) === 'PENDING';
  const dueAt = isOwed ? (authorityLimit(one)?.strict ?? null) : null;
  return {
    rule: { key: `competence.${competent.rule}` },
    isKnown: true,
    lines: toTell(one).map(({ country, toldAt }) => ({
      name: namesIn(country, language),
      state: { key: toldAt !== null ? 'competence.told' : isOwed ? 'competence.owed' : 'competence.untold' },
      toldAt,
      dueAt,
    })),
    notes: [
      { key: `competence.from.${competent.from}` },
      ...(competent.asksCrossBorder ? [{ key: 'competence.asksCrossBorder' } as const] : []),
      ...note('part', competent.part),
      ...note('name', competent.name),
      ...note('outside', competent.outside),
    ],
    record,
  };
}
