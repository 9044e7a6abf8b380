import { needsOf } from '../../../domain/controllerCase/recordRegion';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Language } from '../../../domain/letters/head';
import { moment } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { awaitedField } from './awaitedWord';

type Around = { one: ControllerCase; zone: string; language: Language; now: Date };

/** What is not known yet, and by when it will be (feature F01); what waits already is named with its date. */
export const awaitedQuestions = ({ one, zone, ...reading }: Around): Question[] => [
  {
    name: 'field',
    kind: 'checks',
    label: { key: 'awaitedAsk.fields' },
    hint: { key: 'awaitedAsk.fieldsHint' },
    options: needsOf(one)
      .filter(({ state }) => state !== 'filled')
      .map(({ field }) => ({ value: field, label: awaitedField(one, field, reading) })),
    optional: true,
  },
  moment('knownBy', 'awaitedAsk.by', zone, null, { optional: true }),
];

/**
 * Of what is ticked without a date nobody says any more when it will be known. A date of nothing is of no field, and refused,
 * so that none is lost.
 */
export function awaitedIn(sheet: Sheet): { awaited?: { field: string | null; knownBy: string | null }[] } {
  const knownBy = sheet.instantOr('knownBy');
  const fields = sheet.ticked('field');
  if (fields.length === 0) return knownBy === null ? {} : { awaited: [{ field: null, knownBy }] };
  return { awaited: fields.map((field) => ({ field, knownBy })) };
}
