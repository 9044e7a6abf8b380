import { join, resolve } from 'node:path';
import { databasesHere } from './databases';
import { benchWrites } from './journalWrites';
import type { Row } from './row';

/** Measures the journal on each kind of database found here. */
export async function benchJournal(root: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, start } of databasesHere(root)) {
    const database = await start();
    try {
      for (const measured of await benchWrites(database.db))
        rows.push({ ...measured, name: `${measured.name} (${name})` });
    } finally {
      await database.stop();
    }
  }
  return rows;
}

if (require.main === module) {
  const root = resolve(process.env['VIGIE_ROOT'] ?? join(__dirname, '../..'));
  void benchJournal(root).then((rows) => process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`));
}
