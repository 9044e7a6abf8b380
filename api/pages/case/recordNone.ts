import type { BreachRecord } from '../../../domain/authority/breachRecord';
import type { Language } from '../../../domain/letters/head';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { fieldLabel } from '../../authority/recordWords';

/** Lists of which "none" is an answer of its own, and not "not known yet". */
const MAY_BE_NONE = ['sensitive', 'otherBodies', 'measuresAfter', 'establishments'] as const;

export const noneQuestion = (record: BreachRecord, language: Language): Question => ({
  name: 'none',
  kind: 'checks',
  label: { key: 'recordAsk.none' },
  hint: { key: 'recordAsk.noneHint' },
  options: MAY_BE_NONE.map((field) => ({
    value: field,
    label: field === 'establishments' ? { key: 'recordAsk.noEstablishment' } : fieldLabel(language, field),
  })),
  optional: true,
  start: MAY_BE_NONE.filter((field) => record[field]?.length === 0).join(','),
});

/** Where nothing else is given for it; a controller without an establishment has no main one. */
export function noneIn(sheet: Sheet): Record<string, unknown> {
  const ticked = sheet.ticked('none');
  return {
    ...Object.fromEntries(MAY_BE_NONE.filter((field) => ticked.includes(field)).map((field) => [field, []])),
    ...(ticked.includes('establishments') && { mainEstablishment: null }),
  };
}
