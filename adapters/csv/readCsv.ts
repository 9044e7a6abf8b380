import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type CsvError, type InfoRecord, parse } from 'csv-parse';
import type { CsvRecord, ReadCsv } from '../../application/ports/csv';
import { decodeText, Undecodable } from './decodeText';

/** 100,000 rows of 300 bytes; more is none of these files. */
const LONGEST_FILE = 30_000_000;
/** A quotation mark that is never closed swallows no more than this. */
const LONGEST_RECORD = 10_000;

/** Nothing can be read behind it. */
class Unreadable extends Error {
  readonly fault: 'notUtf8' | 'fileTooLong';
  constructor(fault: 'notUtf8' | 'fileTooLong') {
    super(fault);
    this.fault = fault;
  }
}

/** A file of comma- or semicolon-separated values, record by record as its bytes come. */
export const readCsv: ReadCsv = (bytes) => {
  const hash = createHash('sha256');
  return { records: recordsOf(bytes, hash), hash: () => hash.digest('hex') };
};

type Parsed = { record: string[]; info: InfoRecord };

async function* recordsOf(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<CsvRecord> {
  const { delimiter, text } = await withDelimiter(decoded(bytes, hash));
  let ended = 0; // last line of what was read
  let records = 0;
  const skipped: Skipped[] = [];
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true, // said as a fault of its row
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => {
      const after = parser.info.records;
      skipped.push({ after, line: lineOf(error), isOpen: OPEN.has(error?.code ?? '') });
    },
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  /** The parser is ahead of who reads: each fault in its place, and one for a row however often it is at fault. */
  const faultsAfter = (count: number): CsvRecord[] => {
    const passed = skipped.splice(0, skipped.filter(({ after }) => after <= count).length);
    const open = passed.findIndex(({ isOpen }) => isOpen);
    const lines = new Set(passed.slice(0, open < 0 ? passed.length : open).map((one) => one.line));
    const rows = [...lines].map((one): CsvRecord => ({ line: one, fault: 'quotes' }));
    return open < 0 ? rows : [...rows, { line: Math.max(ended, ...lines) + 1, fault: 'quotesOpen' }];
  };
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      const line = info.lines - record.join('').split('\n').length + 1;
      yield* faultsAfter(records);
      yield { line, fields: record };
      records += 1;
      ended = info.lines;
    }
    yield* faultsAfter(records);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { line: ended + 1, fault: error.fault };
  } finally {
    source.destroy();
  }
}

/** `after`: so many good records came before it. */
type Skipped = { after: number; line: number; isOpen: boolean };

/** What a quotation mark that is never closed comes to: nothing behind it can be believed. */
const OPEN = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

const lineOf = (error: CsvError | undefined): number => {
  const { lines } = (error ?? {}) as { lines?: unknown };
  return typeof lines === 'number' ? lines : 0;
};

/** The text of the bytes, which are hashed as they come. */
async function* decoded(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<string> {
  try {
    yield* decodeText(bounded(bytes, hash));
  } catch (error) {
    throw error instanceof Undecodable ? new Unreadable('notUtf8') : error;
  }
}

async function* bounded(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    length += chunk.length;
    if (length > LONGEST_FILE) throw new Unreadable('fileTooLong');
    yield chunk;
  }
}

/** What separates the fields of the first line: a semicolon if there is one, else a comma. */
async function withDelimiter(text: AsyncGenerator<string>) {
  let head = '';
  while (!head.includes('\n') && head.length < LONGEST_RECORD) {
    const next = await text.next().catch((error: unknown) => ({ done: true as const, value: error }));
    if (next.done === true) return { delimiter: delimiterOf(head), text: again(head, text, next.value) };
    head += next.value;
  }
  return { delimiter: delimiterOf(head), text: again(head, text) };
}

/** What stands between quotation marks separates nothing. */
function delimiterOf(head: string): string {
  const bare = (head.split('\n')[0] ?? '').replaceAll(/"(?:[^"]|"")*(?:"|$)/g, '');
  return bare.includes(';') ? ';' : ',';
}

async function* again(head: string, rest: AsyncGenerator<string>, error?: unknown): AsyncGenerator<string> {
  if (head !== '') yield head;
  if (error !== undefined) throw error;
  yield* rest;
}
