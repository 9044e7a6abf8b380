import { z } from 'zod';
import { plainHead } from '../../application/organisation/plainHead';
import type { Context } from '../../application/ports/ports';
import { PDF } from '../../application/ports/documents';
import { XLSX } from '../../application/ports/xlsx';
import { readOrganisation } from '../../application/organisation/readOrganisation';
import { toCsv } from '../../templates/forms/csv';
import { phrase } from '../../templates/pages/words/word';
import { wordsOf } from '../../templates/words/words';
import type { WrittenTable } from '../../templates/register/table';
import type { ApiError } from '../http/problems';

export const TableFormat = z.enum(['csv', 'xlsx', 'pdf']);
export type TableFormat = z.infer<typeof TableFormat>;

/** Rows that a PDF holds: each fills about a page, and the sheet is made in one piece. */
export const MOST_IN_PDF = 200;

type Made =
  | { lines: AsyncIterable<string | Buffer>; mediaType: string; fileName: string }
  | { bytes: Buffer; mediaType: string; fileName: string };
type Filed = { ok: true; value: Made } | { ok: false; error: ApiError };

export const tableMedia = { csv: 'text/csv; charset=utf-8', xlsx: XLSX, pdf: PDF } as const;

/** A table as a file. CSV and workbook leave as they are read; a PDF of too many rows is refused before anything is. */
export async function tableFile(ctx: Context, table: WrittenTable, format: TableFormat): Promise<Filed> {
  const { language, head, rows, title } = format === 'pdf' ? table : marked(table);
  const name = table.exercise ? `exercice-${table.fileName}` : table.fileName;
  const file = { mediaType: tableMedia[format], fileName: `${name}.${format}` };
  if (format === 'csv') return { ok: true, value: { ...file, lines: toCsv(language, head, rows) } };
  if (format === 'xlsx')
    return { ok: true, value: { ...file, lines: ctx.ports.writeXlsx({ name: title, head, rows }) } };
  if (table.total > MOST_IN_PDF) {
    const message = `a PDF holds at most ${MOST_IN_PDF} rows: choose a shorter period, or CSV or XLSX`;
    return { ok: false, error: { code: 'input.invalid', issues: [{ pointer: '/query/from', message }] } };
  }
  const bytes = await printed(ctx, table);
  return bytes === null ? { ok: false, error: { code: 'unexpected' } } : { ok: true, value: { ...file, bytes } };
}

/** Of exercises each row says so, wherever it is copied to (invariant 12); paper has the mark on each page. */
function marked(table: WrittenTable): WrittenTable {
  if (!table.exercise) return table;
  const mark = wordsOf(table.language)['exercise.mark'];
  return { ...table, title: `${mark} - ${table.title}`, head: [mark, ...table.head], rows: before(mark, table.rows) };
}

async function* before(mark: string, rows: WrittenTable['rows']): AsyncGenerator<string[]> {
  for await (const cells of rows) yield [mark, ...cells];
}

/** Null where it could not be printed; what does not apply is left out, since nobody compares columns on paper. */
async function printed(ctx: Context, { language, title, scope, head, rows, notes, exercise }: WrittenTable) {
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return null;
  const { name: sender, timeZone: zone } = organisation.value;
  const leftOut = phrase(language, { key: 'register.notApplicable' });
  const parts: { title: string; rows: { term: string; value: string }[] }[] = [];
  for await (const cells of rows) {
    const [first = '', ...rest] = cells;
    const facts = rest.map((value, index) => ({ term: head[index + 1] ?? '', value }));
    parts.push({ title: first.replaceAll('\n', ' · '), rows: facts.filter(({ value }) => value !== leftOut) });
  }
  const about = plainHead({ reference: title, zone, sender, now: ctx.ports.now() });
  const { pdf } = await ctx.ports.texts.render('register', language, {
    head: { ...about, exercise },
    title,
    scope,
    notes: [...notes],
    parts,
  });
  return pdf;
}
