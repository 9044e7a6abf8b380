import type { Language } from '../../domain/letters/head';

/** What a spreadsheet would run; a tab or a return before it does not help. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** Where the comma is the decimal point, the list separator of a spreadsheet is the semicolon. */
const SEPARATOR: Record<Language, string> = { fr: ';', en: ',' };

/** So that Excel reads UTF-8, and not the code page of the machine. */
const BOM = '\uFEFF';

/**
 * RFC 4180 lines with a mark of byte order, as a double click opens them in a spreadsheet of that language (ADR 0033). What
 * would be a formula gets an apostrophe before it, and stays text.
 */
export async function* toCsv(
  language: Language,
  head: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  yield BOM + line(language, head);
  for await (const row of rows) yield line(language, row);
}

const line = (language: Language, cells: readonly string[]): string =>
  `${cells.map(cell).join(SEPARATOR[language])}\r\n`;

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
