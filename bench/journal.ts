import { join, resolve } from 'node:path';
import { databasesHere } from './databases';
import { benchReads } from './journalReads';
import { benchWrites } from './journalWrites';
import type { Row } from './row';

/** How large the journal is in which proofs are timed, and how long filling it may take at most. */
export type JournalSize = { entries: number; seedMs: number };
const MILLION: JournalSize = { entries: 1_000_000, seedMs: 1_800_000 };

/** Measures the journal on each kind of database found here. */
export async function benchJournal(root: string, size: JournalSize = MILLION): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, start } of databasesHere(root)) {
    const database = await start();
    try {
      const measured = [...(await benchWrites(database.db)), ...(await benchReads(database.db, size))];
      for (const row of measured) rows.push({ ...row, name: `${row.name} (${name})` });
    } finally {
      await database.stop();
    }
  }
  return rows;
}

if (require.main === module) {
  const root = resolve(process.env['VIGIE_ROOT'] ?? join(__dirname, '../..'));
  const [entries = MILLION.entries, seedSeconds = MILLION.seedMs / 1_000] = process.argv.slice(2).map(Number);
  const size = { entries, seedMs: seedSeconds * 1_000 };
  void benchJournal(root, size).then((rows) => process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`));
}
