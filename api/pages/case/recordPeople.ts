import type { BreachRecord } from '../../../domain/authority/breachRecord';
import { Civility } from '../../../domain/authority/vocabulary';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import type { Option } from '../../../templates/pages/parts/form';
import type { Word } from '../../../templates/pages/words/word';
import { orNone } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

type Part = { name: string; kind: Question['kind'] };

const line = (name: string): Part => ({ name, kind: 'text' });
const email: Part = { name: 'email', kind: 'email' };
const reached: readonly Part[] = [email, { name: 'phone', kind: 'tel' }];
const civility: Part = { name: 'civility', kind: 'select' };

/** Who stands for the controller, and whom the authority and the persons may ask (GDPR Art 33(3)(b)): the officer, or another. */
const people = {
  dpo: [line('name'), ...reached],
  representative: [civility, line('firstName'), line('lastName'), email],
  contactPerson: [civility, line('firstName'), line('lastName'), line('function'), ...reached],
};
const everybody = ['dpo', 'representative', 'contactPerson'] as const;
type Whose = readonly (typeof everybody)[number][];

/** Each part of them by its place in the record; left empty, nobody is said. */
export const peopleQuestions = (record: BreachRecord, language: Language, whose: Whose = everybody): Question[] =>
  whose.flatMap((who) => {
    const said: Readonly<Record<string, unknown>> = record[who] ?? {};
    return people[who].map(({ name, kind }): Question => {
      const start = said[name];
      const question: Question = {
        name: `${who}-${name}`,
        kind,
        label: { key: `recordAsk.${who}.${name}` as Word },
        optional: true,
        start: typeof start === 'string' ? start : '',
      };
      return kind === 'select' ? orNone({ ...question, options: titles(language) }) : question;
    });
  });

const titles = (language: Language): Option[] =>
  Civility.options.map((value) => ({ value, label: saWord(language, 'civility', value) }));

const unknownOf = { dpo: {}, representative: {}, contactPerson: { isDpo: false } };

/** Of another name nobody knows the office. */
const isSame = (parts: readonly (readonly [string, string | null])[], said: object | null | undefined): boolean => {
  const before: Readonly<Record<string, unknown>> = { ...said };
  return parts.every(([name, text]) => !/name$/i.test(name) || text === before[name]);
};

/** Who was given, with what the form does not ask as it was, where it is the same person; what is missing of somebody is found by the schema. */
export function peopleIn(sheet: Sheet, record: BreachRecord, whose: Whose = everybody): Record<string, unknown> {
  const kept = { dpo: {}, representative: {}, contactPerson: { ...unknownOf.contactPerson, ...record.contactPerson } };
  const given = whose.flatMap((who) => {
    const parts = people[who].map(({ name }) => [name, sheet.textOr(`${who}-${name}`)] as const);
    if (parts.every(([, text]) => text === null)) return [];
    const same = isSame(parts, record[who]) ? kept[who] : unknownOf[who];
    return [[who, { ...same, ...Object.fromEntries(parts) }]];
  });
  return Object.fromEntries(given);
}
