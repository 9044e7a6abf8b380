import type { BreachRecord } from '../../../domain/authority/breachRecord';
import type { Word } from '../../../templates/pages/words/word';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

type Part = { name: string; kind: Question['kind'] };

const line = (name: string): Part => ({ name, kind: 'text' });
const reached: readonly Part[] = [
  { name: 'email', kind: 'email' },
  { name: 'phone', kind: 'tel' },
];

/** Whom the authority and the persons may ask (GDPR Art 33(3)(b)): the officer, or another. */
const people = {
  dpo: [line('name'), ...reached],
  contactPerson: [line('firstName'), line('lastName'), line('function'), ...reached],
};
const everybody = ['dpo', 'contactPerson'] as const;

/** Each part of them by its place in the record; left empty, nobody is said. */
export const peopleQuestions = (record: BreachRecord): Question[] =>
  everybody.flatMap((who) => {
    const said: Readonly<Record<string, unknown>> = record[who] ?? {};
    return people[who].map(({ name, kind }): Question => {
      const start = said[name];
      return {
        name: `${who}-${name}`,
        kind,
        label: { key: `recordAsk.${who}.${name}` as Word },
        optional: true,
        start: typeof start === 'string' ? start : '',
      };
    });
  });

const unknownOf = { dpo: {}, contactPerson: { civility: null, isDpo: false } };

/** Of another name nobody knows title and office. */
const isSame = (parts: readonly (readonly [string, string | null])[], said: object | null | undefined): boolean => {
  const before: Readonly<Record<string, unknown>> = { ...said };
  return parts.every(([name, text]) => !/name$/i.test(name) || text === before[name]);
};

/** Who was given, with what the form does not ask as it was, where it is the same person; what is missing of somebody is found by the schema. */
export function peopleIn(sheet: Sheet, record: BreachRecord): Record<string, unknown> {
  const kept = { dpo: {}, contactPerson: { ...unknownOf.contactPerson, ...record.contactPerson } };
  const given = everybody.flatMap((who) => {
    const parts = people[who].map(({ name }) => [name, sheet.textOr(`${who}-${name}`)] as const);
    if (parts.every(([, text]) => text === null)) return [];
    const same = isSame(parts, record[who]) ? kept[who] : unknownOf[who];
    return [[who, { ...same, ...Object.fromEntries(parts) }]];
  });
  return Object.fromEntries(given);
}
