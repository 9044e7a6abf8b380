import type { ContractPart } from '../../../templates/pages/contractForm';
import type { Field, Option } from '../../../templates/pages/parts/form';
import type { Word } from '../../../templates/pages/words/word';
import { options, yesNo } from '../forms/kit';
import type { Raw } from '../forms/question';
import { type Cell, kindOf, nameAt, type Part, type Rows } from './cell';
import { answerIn, own } from './codec';
import type { Fault } from './places';
import { countName, filledRows, moreName, rowsShown } from './rows';
import { placeOf } from './schemaPlace';

/** The form with these answers, its rows closed up, and what is wrong at each field. */
export const drawParts = (raw: Raw, parts: readonly Part[], faults: readonly Fault[]): ContractPart[] =>
  parts.map(({ id, title, lead, cells, rows }) => ({
    id,
    title: { key: title },
    lead: lead === undefined ? null : { key: lead },
    fields: cells.map((cell) => fieldOf(raw, cell, nameAt(cell.at), placeOf(cell.at), faults)),
    rows: rows === undefined ? null : drawRows(raw, rows, faults),
  }));

function drawRows(raw: Raw, rows: Rows, faults: readonly Fault[]): NonNullable<ContractPart['rows']> {
  const shown = rowsShown(raw, rows);
  const asked = own(raw, moreName(rows)) !== '';
  return {
    count: { name: countName(rows), value: String(shown) },
    more: { name: moreName(rows), label: { key: rows.more } },
    list: Array.from({ length: shown }, (_, row) => ({
      title: { key: rows.one, values: { n: String(row + 1) } },
      // Where rows were asked for, the page opens at the first that is empty.
      isFirstEmpty: asked && row === filledRows(raw, rows).length,
      fields: rows.cells.map((cell) => {
        const at = `${rows.at}/${row}/${cell.at}`;
        return fieldOf(raw, cell, nameAt(at), placeOf(at), faults, true);
      }),
    })),
  };
}

function fieldOf(
  raw: Raw,
  cell: Cell,
  name: string,
  place: ReturnType<typeof placeOf>,
  faults: readonly Fault[],
  inRow = false,
): Field {
  const { label, hint } = cell;
  const { optional } = place;
  const kind = kindOf(cell, inRow || optional);
  return {
    kind,
    name,
    label: { key: label },
    hint: hint === undefined ? null : { key: hint },
    // Left empty, the order is the one of the page.
    optional: optional || cell.as === 'place',
    value: own(raw, name),
    values: cell.as === 'ways' ? answerIn(raw, name, cell, place).split(',') : [],
    options: optionsOf(cell, kind, place),
    error: faults.find((fault) => fault.name === name)?.text ?? null,
    repeated: null,
  };
}

function optionsOf(
  { as, words = '' }: Cell,
  kind: Field['kind'],
  { values, optional }: ReturnType<typeof placeOf>,
): Option[] {
  const offered = as === 'yesNo' ? [...yesNo] : options(words, values);
  const none: Word = optional ? 'ask.optionalEmpty' : 'contract.choose';
  return kind === 'select' ? [{ value: '', label: { key: none } }, ...offered] : offered;
}
