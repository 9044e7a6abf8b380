import type { Raw } from '../forms/question';
import { nameAt, type Part, type Rows } from './cell';
import { own } from './codec';

/** Name of a field in a row: its list, its number, its place. */
const inRowsOf = ({ at }: Rows): RegExp => new RegExp(`^${nameAt(at)}-(\\d{1,3})-`);

/** Numbers of the rows in which anything is written, chosen or ticked, in their order. */
export function filledRows(raw: Raw, rows: Rows): number[] {
  const inRow = inRowsOf(rows);
  const filled = Object.keys(raw).flatMap((name) => {
    const [, row] = inRow.exec(name) ?? [];
    return row === undefined || own(raw, name).trim() === '' ? [] : [Number(row)];
  });
  return [...new Set(filled)].toSorted((a, b) => a - b);
}

/** The same answers, with no empty row between those that are filled: a place in the document is the number of a row. */
export function closedUp(raw: Raw, parts: readonly Part[]): Raw {
  return parts.reduce<Raw>((closed, { rows }) => (rows === undefined ? closed : closeUp(closed, rows)), raw);
}

function closeUp(raw: Raw, rows: Rows): Raw {
  const name = nameAt(rows.at);
  const places = new Map(filledRows(raw, rows).map((row, place) => [String(row), place]));
  const inRow = inRowsOf(rows);
  const moved = Object.entries(raw).flatMap(([field, value]): [string, string][] => {
    const [head = '', row] = inRow.exec(field) ?? [];
    if (row === undefined) return [[field, value]];
    const place = places.get(row);
    return place === undefined ? [] : [[`${name}-${place}-${field.slice(head.length)}`, value]];
  });
  return Object.fromEntries(moved);
}

/** Fields beside the answers: how many rows a list shows, and the button that asks for more of them. */
export const countName = ({ at }: Rows): string => `${nameAt(at)}.rows`;
export const moreName = ({ at }: Rows): string => `${nameAt(at)}.more`;

const MOST_ROWS = 100;

/** How many rows are shown: what is filled and what waits, never fewer than before, two more where they were asked for. */
export function rowsShown(raw: Raw, rows: Rows): number {
  const filled = filledRows(raw, rows).length;
  const before = /^\d{1,3}$/.test(own(raw, countName(rows))) ? Number(own(raw, countName(rows))) : 0;
  const asked = own(raw, moreName(rows)) === '' ? 0 : 2;
  return Math.min(MOST_ROWS, Math.max(filled + (filled === 0 ? rows.waiting : 1), before + asked));
}

/** Whether the form was sent for more rows alone. */
export const asksForRows = (raw: Raw, parts: readonly Part[]): boolean =>
  parts.some(({ rows }) => rows !== undefined && own(raw, moreName(rows)) !== '');
