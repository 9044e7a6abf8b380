import { z } from 'zod';
import { Text } from '../shared/answer';
import { plainWords } from '../agreement/otherClients';

/** Why a row of the file of numbers cannot be taken. */
export const NumbersReason = z.enum([
  'columns',
  'quotes',
  'controllerMissing',
  'controllerUnknown',
  'controllerTwice',
  'duplicate',
  'ended',
  'personsInvalid',
  'recordsInvalid',
  'categoriesInvalid',
  'nothing',
]);
export type NumbersReason = z.infer<typeof NumbersReason>;

/** What a row gives for item c of one controller; null: what stands there stays. */
export type Numbers = { controller: string; persons: number | null; records: number | null; categories: string | null };

type Column = keyof Numbers;
export type NumbersColumns = { width: number; places: Record<Column, number | null> };

const NAMES: Record<Column, readonly string[]> = {
  controller: ['controller', 'responsable', 'agreement', 'contrat'],
  persons: ['persons', 'personnes'],
  records: ['records', 'enregistrements'],
  categories: ['categories', 'catégories'],
};

/** As item c takes them (`domain/notice/items.ts`). */
const MOST = 10_000_000_000;

/** Which column holds what, by the header in French or English; null where none names the controller, or two hold the same. */
export function numbersColumns(header: readonly string[]): NumbersColumns | null {
  const plain = header.map((one) => one.trim().toLowerCase());
  const placesOf = (names: readonly string[]) => plain.flatMap((one, place) => (names.includes(one) ? [place] : []));
  const found = Object.entries(NAMES).map(([column, names]) => [column, placesOf(names)] as const);
  if (found.some(([, places]) => places.length > 1)) return null;
  const places = Object.fromEntries(found.map(([column, [place]]) => [column, place ?? null])) as Record<
    Column,
    number | null
  >;
  return places.controller === null ? null : { width: header.length, places };
}

/** A row as numbers of one controller, or why it gives none. An empty cell leaves what stands there. */
export function readNumbers({ width, places }: NumbersColumns, fields: readonly string[]): Numbers | NumbersReason {
  if (fields.length !== width) return 'columns';
  const at = (column: Column): string => {
    const place = places[column];
    return place === null ? '' : (fields[place]?.trim() ?? '');
  };
  const controller = at('controller');
  if (controller === '') return 'controllerMissing';
  const [persons, records] = [amount(at('persons')), amount(at('records'))];
  if (persons === undefined) return 'personsInvalid';
  if (records === undefined) return 'recordsInvalid';
  const said = at('categories');
  const categories = said === '' ? null : Text.safeParse(said);
  if (categories?.success === false) return 'categoriesInvalid';
  if (persons === null && records === null && categories === null) return 'nothing';
  return { controller, persons, records, categories: categories?.data ?? null };
}

/** Digits, in groups of three where they are apart; null: none; undefined: no number of this world. */
function amount(text: string): number | null | undefined {
  if (text === '') return null;
  if (!/^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$|^\d{1,11}$/.test(text)) return undefined;
  const count = Number(text.replaceAll(/\D/g, ''));
  return count <= MOST ? count : undefined;
}

/** A controller as a file may call it: the reference of its contract, or its name. */
export type Called = { reference: string; name: string };

/** Which of these a row means: by the reference first; of one name, only where one has it. */
export function meantBy<T extends Called>(
  all: readonly T[],
  controller: string,
): T | 'controllerUnknown' | 'controllerTwice' {
  const plain = plainWords(controller);
  const byReference = all.filter(({ reference }) => plainWords(reference) === plain);
  const found = byReference.length > 0 ? byReference : all.filter(({ name }) => plainWords(name) === plain);
  const [first, second] = found;
  if (first === undefined) return 'controllerUnknown';
  return second === undefined ? first : 'controllerTwice';
}
