import type { ToldLetter, ToldTerms } from '../../domain/letters/toldLetter';
import { saWord, writeCounted } from '../authorityValue';
import type { Block } from '../blocks/block';
import { facts, heading, list, paragraph } from '../blocks/build';
import { writeDay } from '../grammar';
import type { Speaker } from '../speaker';

/** By which vocabulary of the authority a term is read. */
const VOCABULARY = {
  natures: 'nature',
  origins: 'origin',
  causes: 'cause',
  data: 'data',
  sensitive: 'sensitive',
  personCategories: 'person',
} as const satisfies Record<ToldTerms, string>;

/** Who told what, when, whom to ask, what is still open: enough to act by the mail alone. */
export function toldInBrief(told: ToldLetter, speaker: Speaker): Block[] {
  const { say, instant, language } = speaker;
  const { kind, from, contact, receivedAt, terms, counts, missing } = told;
  const rows: (readonly [string, string | null])[] = [
    [say('told.kind'), say(`told.kind.${kind}`)],
    [say('told.from'), from],
    [say('told.reference'), referenceOf(told, speaker)],
    [say('told.receivedAt'), instant(receivedAt)],
    [say('told.contact'), contact ?? say('told.contactNone')],
    [say('told.when'), whenOf(told, speaker)],
    ...terms.map((each) => {
      const said = each.terms.map((term) => saWord(language, VOCABULARY[each.field], term)).join('; ');
      return [saWord(language, 'field', each.field), said] as const;
    }),
    ...counts.map(({ field, count }) => [saWord(language, 'field', field), writeCounted(language, count)] as const),
  ];
  const open = missing.map(({ field, knownBy }) => {
    const what = say(`told.need.${field}`);
    return knownBy === null ? what : say('told.knownBy', { what, knownBy });
  });
  return [
    heading(say('told.title')),
    facts(...rows.flatMap(([term, value]) => (value === null ? [] : [[term, value] as const]))),
    heading(say('told.missing')),
    ...list(open.length === 0 ? [say('told.missingNone')] : open),
    paragraph(say('told.read')),
  ];
}

const referenceOf = ({ reference, version }: ToldLetter, { say }: Speaker): string | null =>
  reference === null || version === null ? reference : say('told.version', { reference, version });

function whenOf({ onDay, beganAt, endedAt, isOngoing }: ToldLetter, { say, language }: Speaker) {
  if (onDay !== null) return writeDay(language, onDay);
  if (isOngoing) return beganAt === null ? say('told.ongoing') : say('told.ongoingSince', { from: beganAt });
  if (beganAt === null || endedAt === null) return null;
  return say('told.span', { from: beganAt, to: endedAt });
}
