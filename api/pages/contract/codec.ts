import type { Json } from '../../../domain/shared/jcs';
import type { Raw } from '../forms/question';
import type { Cell } from './cell';
import type { Place } from './schemaPlace';

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, no: false };
const lineEnds = (text: string): string => text.replaceAll('\r\n', '\n').trim();

export const own = (raw: Raw, name: string): string => (Object.hasOwn(raw, name) ? (raw[name] ?? '') : '');

/** What stands in the field, or is ticked in its boxes. */
export const answerIn = (raw: Raw, name: string, { as }: Cell, { values }: Place): string =>
  as === 'ways' ? values.filter((value) => own(raw, `${name}.${value}`) !== '').join(',') : lineEnds(own(raw, name));

const partsOf = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter(Boolean);

/**
 * An answer as the document has it; undefined: nothing is said. What cannot be read stays as it was typed, and the schema
 * refuses it. `row`: place of its row, from 0.
 */
export function valueOf(answer: string, { as }: Cell, { optional, isList }: Place, row: number): Json | undefined {
  if (answer === '') return as === 'place' ? row + 1 : isList && !optional ? [] : undefined;
  switch (as) {
    case 'line':
    case 'text':
    case 'date':
    case 'choice':
      return answer;
    case 'digits':
      return answer.replaceAll(/\s/g, '');
    case 'codes':
      return isList ? partsOf(answer.toUpperCase(), /[\s,;]+/) : answer.toUpperCase();
    case 'lines':
      return partsOf(answer, /\n/);
    case 'ways':
      return answer.split(',');
    case 'yesNo':
      return YES_NO[answer] ?? answer;
    case 'number':
    case 'place':
      return /^\d+(?:[.,]\d+)?$/.test(answer) ? Number(answer.replace(',', '.')) : answer;
  }
}

/** The same the other way: fields by name. */
export function fieldsOf(value: Json | undefined, name: string, { as }: Cell): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (as === 'ways') {
    return Object.fromEntries(Array.isArray(value) ? value.map((one) => [`${name}.${String(one)}`, String(one)]) : []);
  }
  return { [name]: textOf(value, as) };
}

function textOf(value: Json, as: Cell['as']): string {
  if (Array.isArray(value)) return value.join(as === 'lines' ? '\n' : ', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
