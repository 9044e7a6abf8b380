/** One record of a file, `line` being where it begins, counted from 1. */
export type CsvRecord =
  | { line: number; fields: readonly string[] }
  | { line: number; fault: 'quotes' }
  /** Nothing can be read behind it. */
  | { line: number; fault: CsvEnd };

/** Why nothing more can be read of a file. */
export type CsvEnd = 'notUtf8' | 'fileTooLong' | 'quotesOpen';

export const CSV_END: Record<Exclude<CsvEnd, 'fileTooLong'>, string> = {
  notUtf8: 'is not UTF-8 from this line on, nor Windows-1252',
  quotesOpen: 'has a quotation mark that is never closed',
};

/** What may be wrong with a row of any file, whatever its columns mean. */
export const CSV_ROW = {
  columns: 'has another number of columns than the first line',
  quotes: 'has quotation marks that do not match',
};

/** A file as it comes; `hash` is the SHA-256 of its bytes, once they have all been read. */
export type CsvFile = { records: AsyncIterable<CsvRecord>; hash(): string };

/** Reads UTF-8, or Windows-1252, with or without a mark, separated by commas or semicolons as its first line is; never the whole at once. */
export type ReadCsv = (bytes: AsyncIterable<Buffer>) => CsvFile;
