import type { AnyAnnex1 } from '../../../domain/agreement/annex1';
import type { Json } from '../../../domain/shared/jcs';
import type { Raw } from '../forms/question';
import { type Cell, nameAt, type Part } from './cell';
import { answerIn, fieldsOf, valueOf } from './codec';
import { filledRows } from './rows';
import { placeOf } from './schemaPlace';

type Group = { [name: string]: Json };

/** What a form begins with: any part of a document. */
export type Start = Readonly<Record<string, Json>>;

/**
 * The document that a form says: judged by the schema alone, which has the last word on everything. An answer that stands
 * as `present` showed it keeps the very value, so that what nobody touched does not change. `base`: what is not asked.
 */
export function documentIn(raw: Raw, parts: readonly Part[], base: Start, present: AnyAnnex1 | null): Json {
  const draft: Group = structuredClone(base) as Group;
  const before = present as Json | null;
  for (const { cells, rows } of parts) {
    for (const cell of cells) put(draft, cell.at, readCell(raw, cell, { before }));
    if (rows === undefined) continue;
    const list = filledRows(raw, rows).map((row, place) => {
      const one: Group = {};
      for (const cell of rows.cells) put(one, cell.at, readCell(raw, cell, { before, list: rows.at, row, place }));
      return one;
    });
    put(draft, rows.at, { value: list, optional: false });
  }
  return draft;
}

type Where = { before: Json | null; list?: string; row?: number; place?: number };

function readCell(raw: Raw, cell: Cell, { before, list, row = 0, place = 0 }: Where) {
  const at = list === undefined ? cell.at : `${list}/${place}/${cell.at}`;
  const said = placeOf(at);
  const answer = answerIn(raw, nameAt(list === undefined ? cell.at : `${list}/${row}/${cell.at}`), cell, said);
  const was = before === null ? undefined : valueAt(before, at);
  const shown = was === undefined ? null : answerIn(fieldsOf(was, nameAt(at), cell), nameAt(at), cell, said);
  return { value: answer === shown ? was : valueOf(answer, cell, said, place), optional: said.optional };
}

function valueAt(document: Json, at: string): Json | undefined {
  return at
    .split('/')
    .reduce<Json | undefined>(
      (inside, step) => (typeof inside === 'object' && inside !== null ? (inside as Group)[step] : undefined),
      document,
    );
}

/** A place that is asked for and not answered has its group all the same, so that each of its faults is found. */
function put(into: Group, at: string, { value, optional }: { value: Json | undefined; optional: boolean }): void {
  if (value === undefined && optional) return;
  const steps = at.split('/');
  const last = steps.pop() ?? '';
  const group = steps.reduce((inside, step) => (inside[step] ??= {}) as Group, into);
  if (value !== undefined) group[last] = value;
}

/** The fields of a form that shows a document, or what there is of one. */
export function answersOf(document: Start, parts: readonly Part[]): Raw {
  const fields = parts.flatMap(({ cells, rows }) => {
    const list = rows === undefined ? [] : valueAt(document as Json, rows.at);
    return [
      ...cells.map((cell) => fieldsOf(valueAt(document as Json, cell.at), nameAt(cell.at), cell)),
      ...(Array.isArray(list) ? list : []).flatMap((one: Json, row) =>
        (rows?.cells ?? []).map((cell) =>
          fieldsOf(valueAt(one, cell.at), nameAt(`${rows?.at ?? ''}/${row}/${cell.at}`), cell),
        ),
      ),
    ];
  });
  return Object.assign({}, ...fields);
}
