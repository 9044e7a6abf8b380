import type { Seat } from '../../../domain/authority/seat';
import { orNone, yesNo } from './kit';
import type { Question } from './question';
import type { Sheet } from './sheet';

const codes = (name: 'establishments' | 'touched', start: readonly string[]): Question => ({
  name,
  kind: 'text',
  label: { key: `competence.${name}` },
  hint: { key: 'competence.establishmentsHint' },
  optional: true,
  start: start.join(' '),
});

/** Where a controller is: of an organisation as it is by default, of a case where that differs. */
export const seatQuestions = ({
  publicBody,
  establishments,
  mainEstablishment,
}: Partial<Nullable<Seat>>): Question[] => [
  orNone({
    name: 'publicBody',
    kind: 'select',
    label: { key: 'competence.publicBodyAsk' },
    options: yesNo,
    start: publicBody === true ? 'yes' : publicBody === false ? 'no' : '',
  }),
  codes('establishments', establishments ?? []),
  {
    name: 'mainEstablishment',
    kind: 'text',
    label: { key: 'competence.mainEstablishment' },
    hint: { key: 'competence.mainHint' },
    optional: true,
    start: mainEstablishment ?? '',
  },
];

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** Countries whose persons are touched. */
export const touchedQuestion = (start: readonly string[]): Question => ({
  ...codes('touched', start),
  answers: ['countries'],
});

/** Codes as they were typed, in capitals; what is no code is found by the schema. */
export const codesIn = (sheet: Sheet, name: string): string[] => [
  ...new Set(
    sheet
      .text(name)
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
  ),
];

export const publicBodyIn = (sheet: Sheet): boolean | null => {
  const said = sheet.textOr('publicBody');
  return said === null ? null : said === 'yes';
};
