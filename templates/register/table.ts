import type { Language } from '../../domain/letters/head';

/** A list ready to be written into a file, in one language. `rows` come as they are read, a text for each name of `head`. */
export type WrittenTable = {
  language: Language;
  title: string;
  /** What it holds: whose, of when. */
  scope: string;
  /** Name of the file, without its ending. */
  fileName: string;
  head: readonly string[];
  rows: AsyncIterable<readonly string[]>;
  total: number;
  /** What a reader of the paper has to know. */
  notes: readonly string[];
  exercise: boolean;
};
