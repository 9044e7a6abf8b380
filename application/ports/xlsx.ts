/** One worksheet of texts. Rows come as they are read. */
export type Worksheet = { name: string; head: readonly string[]; rows: AsyncIterable<readonly string[]> };

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * An Office Open XML workbook, piece by piece, so that a long one needs no more memory than a short one. Every cell is a
 * text, and never a formula, whatever it begins with. Same rows: same bytes.
 */
export type WriteXlsx = (sheet: Worksheet) => AsyncIterable<Buffer>;
