import type { Language } from '../../../domain/letters/head';
import type { Issue } from '../../../domain/shared/errors';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { documentWords } from '../forms/documentWords';
import { nameAt, type Part, type Rows } from './cell';

/** Each field that a form of so many rows has, with what it is about: the heading of its part or row, then its own label. */
export function fieldNames(
  parts: readonly Part[],
  rowsOf: (rows: Rows) => number,
  language: Language,
): Map<string, string> {
  const say = (said: Said) => phrase(language, said);
  return new Map(
    parts.flatMap(({ title, cells, rows }) => [
      ...cells.map(({ at, label }): [string, string] => [
        nameAt(at),
        `${say({ key: title })} – ${say({ key: label })}`,
      ]),
      ...(rows === undefined
        ? []
        : Array.from({ length: rowsOf(rows) }, (_, row) =>
            rows.cells.map(({ at, label }): [string, string] => [
              nameAt(`${rows.at}/${row}/${at}`),
              `${say({ key: rows.one, values: { n: String(row + 1) } })} – ${say({ key: label })}`,
            ]),
          ).flat()),
    ]),
  );
}

/** The field of a pointer into the document, or of the nearest place around it; of a whole list, its first field. */
export function fieldAt(names: ReadonlyMap<string, string>, pointer: string): string | null {
  const steps = pointer.split('/').slice(1);
  for (let length = steps.length; length > 0; length -= 1) {
    const name = nameAt(steps.slice(0, length).join('/'));
    const found = names.has(name) ? name : [...names.keys()].find((one) => one.startsWith(`${name}-`));
    if (found !== undefined) return found;
  }
  return null;
}

/** What people are told of a fault in a form; of one in a file, `documentWords`. */
export function answerWords(message: string, language: Language): Said {
  if (/^Invalid input: expected \w+, received undefined|^Too small: expected array to have >=1/.test(message)) {
    return { key: 'err.missing' };
  }
  if (/^Invalid (?:option|input): expected (?:one of )?"/.test(message)) return { key: 'err.choose' };
  if (message.startsWith('Invalid input: expected number')) return { key: 'err.number' };
  return documentWords(message, language);
}

export type Fault = { name: string | null; about: string | null; text: Said };

/** Every fault, each field's first alone: the form has them one below the other. */
export function faultsOf(issues: readonly Issue[], names: ReadonlyMap<string, string>, language: Language): Fault[] {
  const faults = issues.map(({ pointer, message }): Fault => {
    const name = fieldAt(names, pointer);
    return { name, about: name === null ? null : (names.get(name) ?? null), text: answerWords(message, language) };
  });
  const order = [...names.keys()];
  const placeIn = ({ name }: Fault) => (name === null ? -1 : order.indexOf(name));
  return faults
    .filter((fault, index) => fault.name === null || faults.findIndex(({ name }) => name === fault.name) === index)
    .toSorted((a, b) => placeIn(a) - placeIn(b));
}
