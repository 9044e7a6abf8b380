import type { Language } from '../../domain/letters/head';

/** What a spreadsheet would run; a tab or a return before it does not help. */
const FORMULA = /^["\s]*[=+\-@\t\r＝＋－＠]/u;

/** Blanks, quotes and separators of any language, with the sign behind them: linear, however long the run. */
const RUN = /([",;\s]+)([=+\-@＝＋－＠])?/gu;

/** Where the comma is the decimal point, the list separator of a spreadsheet is the semicolon. */
const SEPARATOR: Record<Language, string> = { fr: ';', en: ',' };

/** So that Excel reads UTF-8, and not the code page of the machine. */
const BOM = '\uFEFF';

/**
 * RFC 4180 lines with a mark of byte order, as a double click opens them in a spreadsheet of that language (ADR 0033). What
 * would be a formula gets an apostrophe before it, and stays text: inside a cell, too, since a spreadsheet that splits at
 * another separator than this file's would begin a cell there.
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
  const apart = text.replaceAll(RUN, (all, run: string, sign?: string) =>
    sign !== undefined && /[,;\t\r\n]/.test(run) ? `${run}'${sign}` : all,
  );
  const harmless = FORMULA.test(text) ? `'${apart}` : apart;
  return /[",;\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
