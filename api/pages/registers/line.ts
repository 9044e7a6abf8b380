import type { Cell } from '../../../domain/register/cell';
import type { RegisterLine } from '../../../templates/pages/parts/registerRows';
import { cellsOf, headOf, type Writing } from '../../registers/registerTable';

/** Cells of a row for the page: those of `short` stand in the table, the others open below. */
export function lineOf(
  row: { cells: readonly Cell[] },
  { columns, short }: { columns: readonly string[]; short: readonly string[] },
  writing: Writing,
): Pick<RegisterLine, 'short' | 'more'> {
  const head = headOf({ columns }, writing);
  const cells = cellsOf(row, writing).map((text, index) => ({
    key: columns[index] ?? '',
    label: head[index] ?? '',
    text,
  }));
  return {
    short: cells.filter(({ key }) => short.includes(key)),
    more: cells.filter(({ key }) => !short.includes(key)),
  };
}
