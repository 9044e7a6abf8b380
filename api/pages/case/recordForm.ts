import type { RecordField } from '../../../domain/authority/breachRecord';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Language } from '../../../domain/letters/head';
import { withCase } from '../../../domain/controllerCase/caseSays';
import { isSame, type Json } from '../../../domain/shared/jcs';
import { hasSaWord, saWord } from '../../../templates/authorityValue';
import type { Option } from '../../../templates/pages/parts/form';
import { area, orNone } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { awaitedIn, awaitedQuestions } from './recordAwaited';
import type { Around, CaseForm } from './caseForms';
import { gravityWarning } from './gravityWarning';
import { houseIn, houseQuestions } from './recordHouse';
import { moreIn, moreQuestions } from './recordMore';
import { inOrder } from './recordOrder';
import { rowQuestions, rowsIn } from './recordRows';
import { counts, lines, lists, single, type TermList, texts } from './recordTerms';
import { nowWord, takenWord } from './takenWord';
import { noneIn, noneQuestion } from './recordNone';
import { peopleIn, peopleQuestions } from './recordPeople';
import { whereIn, whereQuestions } from './recordSeat';

const terms = (language: Language, { vocabulary, terms: names }: TermList): Option[] =>
  names.map((value) => ({ value, label: saWord(language, vocabulary, value) }));

/** As the national form names it, else the common template. */
function labelOf(language: Language, field: string): string {
  const beside = ['edpb.breach', 'edpb.elsewhere'].find((section) => hasSaWord(section, field));
  return saWord(language, hasSaWord('field', field) || beside === undefined ? 'field' : beside, field);
}

function questionsFor({ one: told, zone, language, now }: Around): Question[] {
  const one = withCase(told, language);
  const { record } = one;
  const label = (field: string) => labelOf(language, field);
  const said = (field: RecordField): string => shownIn(record, field);
  const questions: Question[] = [
    ...lines.map((name): Question => ({ name, kind: 'text', label: label(name), optional: true, start: said(name) })),
    ...texts.map((name) => ({
      ...area(name, 'caseAsk.text', { optional: true, start: said(name) }),
      label: label(name),
    })),
    ...lists.map((list): Question => {
      const options = terms(language, list);
      const { field: name } = list;
      return { name, kind: 'checks', label: label(name), options, optional: true, start: said(name) };
    }),
    ...counts.map((name): Question => ({
      name,
      kind: 'number',
      label: label(name),
      optional: true,
      start: said(name),
    })),
    ...single.map((list): Question => {
      const { field: name } = list;
      return orNone({ name, kind: 'select', label: label(name), options: terms(language, list), start: said(name) });
    }),
    ...moreQuestions({ record, zone, language }),
    ...peopleQuestions(record, language),
    ...rowQuestions({ record, zone, language }),
    ...houseQuestions(record, language),
    ...whereQuestions(record),
    noneQuestion(record, language),
  ];
  const ordered = inOrder(questions, fieldOf, language);
  return [...ordered, ...awaitedQuestions({ one: told, zone, language, now })].map((question) => {
    const field = fieldOf(question.name);
    const hint = takenWord(one, field, language) ?? nowWord(one, field, language);
    return hint === null ? question : { ...question, hint };
  });
}

/** Questions of one field share its name before a hyphen: a person's parts, measures by their state. */
const fieldOf = (name: string): RecordField => {
  const [field = name] = name.split('-');
  return (field === 'measures' ? 'measuresAfter' : field.replace(/^period(From|To)$/, 'period')) as RecordField;
};

/** A field as the form shows it. */
function shownIn(record: ControllerCase['record'], field: RecordField): string {
  const value = record[field];
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(',');
  return value !== null && typeof value === 'object' && 'count' in value ? String(value.count) : '';
}

/** A browser sends line ends of its own: a text that was left as it is, is the same. */
const asShown = (text: string): string => text.replaceAll('\r\n', '\n');

/**
 * What was left empty is not in the change: nothing known is overwritten with "not known". Nor is what was taken over and
 * left as it is: it goes on following where it came from.
 */
function changeIn(sheet: Sheet, told: ControllerCase, zone: string, language: Language): Record<string, unknown> {
  const { record, takenFrom } = withCase(told, language);
  const given = (names: readonly RecordField[]) =>
    names.flatMap((name) => (sheet.textOr(name) === null ? [] : [[name, asShown(sheet.text(name))] as const]));
  const answers = Object.fromEntries([
    ...given([...lines, ...texts, ...single.map(({ field }) => field)]),
    ...lists.flatMap(({ field }) => (sheet.ticked(field).length === 0 ? [] : [[field, sheet.ticked(field)] as const])),
    ...counts.flatMap((name) => {
      const count = sheet.number(name);
      return count === null ? [] : [[name, { amount: 'approx', count }] as const];
    }),
  ]);
  const isTaken = (field: string): boolean => takenFrom[field as RecordField] !== undefined;
  const isLeft = (field: string): boolean =>
    shownIn({ ...record, ...answers }, field as RecordField) === shownIn(record, field as RecordField);
  const news = Object.entries(answers).filter(([field]) => !isTaken(field) || !isLeft(field));
  const others = {
    ...moreIn(sheet, { record, zone }),
    ...peopleIn(sheet, record),
    ...rowsIn(sheet, record),
    ...houseIn(sheet, record),
    ...whereIn(sheet, record),
  };
  const more = Object.entries(others).filter(
    ([field, value]) => !isTaken(field) || !isSame(value as Json, record[field as RecordField] ?? null),
  );
  return { ...noneIn(sheet), ...Object.fromEntries([...news, ...more]) };
}

/** All that the authority's form and the common template ask of a breach, in the form's own order. */
export const recordForms = {
  'record.change': {
    intro: [{ key: 'caseAsk.recordIntro' }],
    warning: gravityWarning,
    questions: questionsFor,
    command: (sheet, { one, zone, language }) => ({
      kind: 'record.change',
      change: changeIn(sheet, one, zone, language),
      ...awaitedIn(sheet),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
