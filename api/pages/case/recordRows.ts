import type { BreachRecord } from '../../../domain/authority/breachRecord';
import { BodyRole } from '../../../domain/authority/vocabulary';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import { inputMoment } from '../../../templates/pages/frame/moment';
import { phrase, type Word } from '../../../templates/pages/words/word';
import { orNone } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

type Part = { name: string; kind: 'text' | 'select' | 'moment' };

/** Lists of which each row has several answers: the bodies involved, and the authorities that were told (sections 5, 14). */
const parts = {
  otherBodies: [
    { name: 'name', kind: 'text' },
    { name: 'role', kind: 'select' },
    { name: 'contact', kind: 'text' },
    { name: 'alertedAt', kind: 'moment' },
  ],
  otherDataAuthorities: [
    { name: 'name', kind: 'text' },
    { name: 'reference', kind: 'text' },
  ],
  otherAuthorities: [
    { name: 'name', kind: 'text' },
    { name: 'reference', kind: 'text' },
  ],
} as const satisfies Partial<Record<keyof BreachRecord, readonly Part[]>>;
type RowField = keyof typeof parts;
const rowFields = Object.keys(parts) as RowField[];

type Around = { record: BreachRecord; zone: string; language: Language };
type Row = Readonly<Record<string, string | null>>;

const rowsOf = (record: BreachRecord, field: RowField): readonly Row[] => record[field] ?? [];

/** Those that are there, and one more to be filled in. */
const placesOf = (record: BreachRecord, field: RowField): number[] =>
  Array.from({ length: rowsOf(record, field).length + 1 }, (_, place) => place);

/** Each row that is there, with one more; a row whose answers are all emptied goes. */
export const rowQuestions = (around: Around): Question[] =>
  rowFields.flatMap((field) =>
    placesOf(around.record, field).flatMap((place) =>
      parts[field].map((part) => rowQuestion(around, field, place, part)),
    ),
  );

function rowQuestion({ record, zone, language }: Around, field: RowField, place: number, part: Part): Question {
  const said = rowsOf(record, field)[place]?.[part.name] ?? '';
  const what = phrase(language, { key: `recordAsk.${field}.${part.name}` as Word });
  const question: Question = {
    name: `${field}-${place}-${part.name}`,
    kind: part.kind,
    label: { key: `recordAsk.${field}`, values: { n: place + 1, what } },
    optional: true,
    start: part.kind === 'moment' && said !== '' ? inputMoment(said, zone) : said,
    ...(part.kind === 'moment' && {
      hint: { key: 'form.zone' as const, values: { zone } },
      near: said === '' ? [] : [said],
    }),
  };
  if (part.kind !== 'select') return question;
  const roles = BodyRole.options.map((value) => ({ value, label: saWord(language, 'bodyRole', value) }));
  return orNone({ ...question, options: roles });
}

/** The rows that were given, in their order; where none is, nothing is said. What is missing of one is found by the schema. */
export const rowsIn = (sheet: Sheet, record: BreachRecord): Record<string, unknown> =>
  Object.fromEntries(
    rowFields.flatMap((field) => {
      const rows = placesOf(record, field).map((place) =>
        parts[field].map(({ name, kind }) => {
          const question = `${field}-${place}-${name}`;
          return [name, kind === 'moment' ? sheet.instantOr(question) : sheet.textOr(question)] as const;
        }),
      );
      const given = rows.filter((row) => row.some(([, answer]) => answer !== null));
      return given.length === 0 ? [] : [[field, given.map((row) => Object.fromEntries(row))] as const];
    }),
  );
