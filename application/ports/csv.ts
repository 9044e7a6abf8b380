/** One record of a file, `line` being where it begins, counted from 1. */
export type CsvRecord =
  | { line: number; fields: readonly string[] }
  | { line: number; fault: 'quotes' }
  /** Nothing can be read behind it. */
  | { line: number; fault: 'notUtf8' | 'fileTooLong' | 'quotesOpen' };

/** A file as it comes; `hash` is the SHA-256 of its bytes, once they have all been read. */
export type CsvFile = { records: AsyncIterable<CsvRecord>; hash(): string };

/** Reads UTF-8, with or without a mark, separated by commas or semicolons as its first line is; never the whole at once. */
export type ReadCsv = (bytes: AsyncIterable<Buffer>) => CsvFile;
