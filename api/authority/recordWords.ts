import type { BreachRecord, RecordField } from '../../domain/authority/breachRecord';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { RecordNeed } from '../../domain/controllerCase/recordRegion';
import { sheetOfCase } from '../../domain/controllerCase/sheet';
import type { Language } from '../../domain/letters/head';
import type { Json } from '../../domain/shared/jcs';
import { writeValues, hasSaWord, saWord } from '../../templates/authorityValue';
import { isWord, phrase } from '../../templates/pages/words/word';

/** What a field of the record is called: as the authority's form does, else as the record. */
export function fieldLabel(language: Language, field: RecordField): string {
  if (hasSaWord('field', field)) return saWord(language, 'field', field);
  const key = `recordNeed.${field}`;
  return isWord(key) ? phrase(language, { key }) : field;
}

/** What is asked of a record, each by the name that the record has for it, as one text. */
export const needNames = (language: Language, fields: readonly RecordNeed[]): string =>
  fields.map((field) => phrase(language, { key: `recordNeed.${field}` })).join(', ');

/** A value of a field as the authority's form would write it; what the form does not ask, as it stands. */
export function valueWords(one: ControllerCase, field: RecordField, value: Json, language: Language): string {
  const told: ControllerCase = { ...one, record: { ...one.record, [field]: value } as BreachRecord };
  const now = new Date(one.opened.receivedAt);
  const { sections } = sheetOfCase(told, { type: 'complete' }, now);
  const fields = sections.flatMap((each) => each.fields);
  const written = fields
    .filter(({ pointer }) => pointer.split('/')[1] === field)
    .map(({ values }) => writeValues(language, one.opened.zone, values));
  if (written.length > 0) return written.filter((words) => words !== '').join(', ');
  const terms = [value].flat();
  return terms
    .map((term) => (typeof term === 'string' && hasSaWord(field, term) ? saWord(language, field, term) : String(term)))
    .join(', ');
}
