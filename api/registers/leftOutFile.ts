import type { Context } from '../../application/ports/ports';
import { readLeftOut } from '../../application/controllerCase/recipientLists';
import type { LeftOut } from '../../domain/controllerCase/recipients';
import type { Language } from '../../domain/letters/head';
import { toCsv } from '../../templates/forms/csv';
import { phrase, type Word } from '../../templates/pages/words/word';
import { tableMedia } from './tableFile';

export type AskedLeftOut = { caseId: string; listId: string };

/** Every row of a list that was left out: its line in the file that was handed in, and why. It leaves as it is read. */
export async function leftOutFile(ctx: Context, input: AskedLeftOut, language: Language) {
  const rows = await readLeftOut({ ctx, input });
  if (!rows.ok) return rows;
  const words = (key: Word) => phrase(language, { key });
  const head = [words('recipients.line'), words('recipients.code'), words('recipients.why')];
  const lines = toCsv(language, head, cells(rows.value, words));
  return { ok: true as const, value: { lines, mediaType: tableMedia.csv, fileName: `${input.listId}.csv` } };
}

async function* cells(rows: AsyncIterable<LeftOut>, words: (key: Word) => string): AsyncGenerator<string[]> {
  for await (const { line, reason } of rows) yield [String(line), reason, words(`rowReason.${reason}`)];
}
