import type { Difference } from '../../../domain/agreement/diff';
import type { Language } from '../../../domain/letters/head';
import type { Json } from '../../../domain/shared/jcs';
import { countryName } from '../../../templates/countryName';
import type { ContractChange } from '../../../templates/pages/parts/changes';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import type { Cell } from './cell';
import { recordedParts } from './parts';

/** Differences in words: each place by the question that asks for it, a row that came or went place by place. */
export const changesOf = (differences: readonly Difference[], language: Language): ContractChange[] =>
  differences
    .filter((one) => !isSaid(one))
    .flatMap(leavesOf)
    .map(({ pointer, before, after }) => {
      const { cell, place } = placeWords(pointer, language);
      return { place, before: said(before, cell, language), after: said(after, cell, language) };
    })
    .filter(({ before, after }) => before !== after);

/** It says itself which version it is. */
const isSaid = ({ pointer }: Difference): boolean => pointer === '/version';

const isGroup = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null;

function leavesOf({ pointer, before, after }: Difference): Difference[] {
  const [old, young] = [isGroup(before) ? before : {}, isGroup(after) ? after : {}];
  const steps = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  if (steps.length === 0) return [{ pointer, before, after }];
  return steps.flatMap((step) => leavesOf({ pointer: `${pointer}/${step}`, before: old[step], after: young[step] }));
}

/** A pointer that no question asks for stands as it is: a document of old times may have it. */
function placeWords(pointer: string, language: Language): { cell: Cell | null; place: string } {
  const at = pointer.slice(1);
  const say = (heading: Said, cell: Cell, where: string) => {
    const [, index] = /^\/(\d+)$/.exec(at.slice(where.length)) ?? [];
    const number = index === undefined ? '' : ` (${Number(index) + 1})`;
    return { cell, place: `${phrase(language, heading)} – ${phrase(language, { key: cell.label })}${number}` };
  };
  for (const { title, cells, rows } of recordedParts) {
    const cell = cells.find((one) => isUnder(at, one.at));
    if (cell !== undefined) return say({ key: title }, cell, cell.at);
    const [, row] = rows === undefined ? [] : (new RegExp(`^${rows.at}/(\\d+)/`).exec(at) ?? []);
    const where = `${rows?.at ?? ''}/${row ?? ''}`;
    const inRow = row === undefined ? undefined : rows?.cells.find((one) => isUnder(at, `${where}/${one.at}`));
    if (rows !== undefined && inRow !== undefined) {
      return say({ key: rows.one, values: { n: String(Number(row) + 1) } }, inRow, `${where}/${inRow.at}`);
    }
  }
  return { cell: null, place: pointer };
}

const isUnder = (at: string, place: string): boolean => at === place || at.startsWith(`${place}/`);

function said(value: Json | undefined, cell: Cell | null, language: Language): string {
  if (value === undefined || isGroup(value)) return '';
  if (typeof value === 'boolean') return phrase(language, { key: value ? 'yesno.yes' : 'yesno.no' });
  if (cell?.words !== undefined) return phrase(language, { key: `${cell.words}.${String(value)}` as Word });
  return cell?.as === 'codes' ? countryName(language, String(value)) : String(value); // all codes are countries
}
