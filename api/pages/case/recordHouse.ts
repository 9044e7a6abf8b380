import type { BreachRecord } from '../../../domain/authority/breachRecord';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import type { Question } from '../forms/question';
import { codesIn } from '../forms/seatForm';
import type { Sheet } from '../forms/sheet';

/** What the form asks of the controller, each in a shape of its own. */
export const houseQuestions = (record: BreachRecord, language: Language): Question[] => [
  {
    name: 'hasNoSiren',
    kind: 'checks',
    label: { key: 'recordAsk.hasNoSiren' },
    options: [{ value: 'yes', label: saWord(language, 'said', 'noSiren') }],
    optional: true,
    start: record.hasNoSiren === true ? 'yes' : '',
  },
  {
    name: 'staff',
    kind: 'number',
    label: saWord(language, 'field', 'staff'),
    optional: true,
    start: String(record.staff ?? ''),
  },
  {
    name: 'country',
    kind: 'text',
    label: saWord(language, 'field', 'country'),
    hint: { key: 'recordAsk.countryHint' },
    optional: true,
    start: record.country ?? '',
  },
];

/** What was given of it; a SIREN that is given takes back that there is none. */
export function houseIn(sheet: Sheet, record: BreachRecord): Record<string, unknown> {
  const hasNone = sheet.ticked('hasNoSiren').length > 0;
  const staff = sheet.number('staff');
  const [country] = codesIn(sheet, 'country');
  return {
    ...(hasNone !== (record.hasNoSiren === true) && { hasNoSiren: hasNone }),
    ...(staff !== null && { staff }),
    ...(country !== undefined && { country }),
  };
}
