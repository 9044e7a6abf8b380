import { databasesHere } from './databases';
import { benchReads } from './journalReads';
import { benchWrites } from './journalWrites';
import type { Row } from './row';

/** How large the journal is in which proofs are timed, and how long filling it may take at most. */
export type JournalSize = { entries: number; seedMs: number };

/** Measures the journal on each kind of database found here. */
export async function benchJournal(root: string, size: JournalSize): Promise<Row[]> {
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
