import type { Field } from '../../../templates/pages/parts/form';
import type { Word } from '../../../templates/pages/words/word';

/** How an answer is written in the document; `place`: left empty, the number of its row; `ways`: boxes to tick. */
export type Reads =
  | 'line'
  | 'text'
  | 'lines'
  | 'codes'
  | 'digits'
  | 'date'
  | 'number'
  | 'place'
  | 'yesNo'
  | 'choice'
  | 'ways';

/** One place of Annex 1 as a question. `at`: its place in the document, or in its row, steps parted by `/`. */
export type Cell = {
  at: string;
  as: Reads;
  /** What browsers know to help with. */
  kind?: 'email' | 'tel';
  label: Word;
  hint?: Word;
  /** Prefix of the words for the values that the schema takes. */
  words?: string;
};

/** A list of the document: the rows that are filled, and some that wait. `one`: heading of a row, with its number. */
export type Rows = { at: string; one: Word; more: Word; waiting: number; cells: readonly Cell[] };

/** Questions that belong together. */
export type Part = { id: string; title: Word; lead?: Word; cells: readonly Cell[]; rows?: Rows };

/** Name of the field of a place. */
export const nameAt = (at: string): string => at.replaceAll('/', '-').replace('$', '');

const kinds: Record<Reads, Field['kind']> = {
  line: 'text',
  text: 'area',
  lines: 'area',
  codes: 'text',
  digits: 'text',
  date: 'date',
  number: 'number',
  place: 'number',
  yesNo: 'pick',
  choice: 'select',
  ways: 'checks',
};

/** A yes or no that can be left out, or stands in a row that may stay empty, is a list: a radio button is never cleared. */
export const kindOf = ({ kind, as }: Cell, mayBeEmpty: boolean): Field['kind'] =>
  as === 'yesNo' && mayBeEmpty ? 'select' : (kind ?? kinds[as]);
