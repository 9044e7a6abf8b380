import { readUnreached } from '../../application/controllerCase/recipientLists';
import type { Context } from '../../application/ports/ports';
import type { Unreached } from '../../application/ports/recipients';
import type { Language } from '../../domain/letters/head';
import { toCsv } from '../../templates/forms/csv';
import { phrase, type Word } from '../../templates/pages/words/word';
import type { AskedLeftOut } from './leftOutFile';
import { tableMedia } from './tableFile';

/** Whom the mails of a list did not reach, and why. It leaves as it is read, under the columns that a list is read by. */
export async function unreachedFile(ctx: Context, input: AskedLeftOut, language: Language) {
  const rows = await readUnreached({ ctx, input });
  if (!rows.ok) return rows;
  const words = (key: Word) => phrase(language, { key });
  const head = ['email', 'name', 'language', words('recipients.code'), words('recipients.why')];
  const lines = toCsv(language, head, cells(rows.value, words));
  return {
    ok: true as const,
    value: { lines, mediaType: tableMedia.csv, fileName: `not-reached-${input.listId}.csv` },
  };
}

async function* cells(rows: AsyncIterable<Unreached>, words: (key: Word) => string): AsyncGenerator<string[]> {
  for await (const { recipient, why } of rows)
    yield [recipient.email, recipient.name ?? '', recipient.language ?? '', why, words(`recipients.${why}`)];
}
