import type { Cell } from '../../../domain/register/cell';
import type { RegisterLine } from '../../../templates/pages/parts/registerRows';
import { cutAt } from '../../../domain/shared/cutAt';
import { cellsOf, headOf, type Writing } from '../../registers/registerTable';

/** Characters of a cell below its row: a page holds many rows, and the file has each text whole. */
const MOST_OF_CELL = 160;

/**
 * Cells of a row for the page: those of `short` stand in the table, the others open below. What does not apply is left out,
 * as on paper, and what is not determined is named once.
 */
export function lineOf(
  row: { cells: readonly Cell[] },
  { columns, short }: { columns: readonly string[]; short: readonly string[] },
  writing: Writing,
): Pick<RegisterLine, 'short' | 'more' | 'open'> {
  const head = headOf({ columns }, writing);
  const cells = cellsOf(row, writing).map((text, index) => ({
    key: columns[index] ?? '',
    label: head[index] ?? '',
    cell: row.cells[index] ?? [],
    text,
  }));
  const below = cells.filter(({ key, cell }) => !short.includes(key) && cell !== 'notApplicable');
  return {
    short: cells.filter(({ key }) => short.includes(key)),
    more: below
      .filter(({ cell }) => cell.length > 0)
      .map(({ label, text }) => ({ label, text: cutAt(text, MOST_OF_CELL) })),
    open: below.filter(({ cell }) => cell.length === 0).map(({ label }) => label),
  };
}
