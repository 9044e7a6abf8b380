import { projectRoot } from '../runtime/root';
import { benchHttpToSmtp } from './httpToSmtp';
import { benchJournal } from './journal';
import { benchPersons } from './persons';
import { benchRegisters } from './registers';
import { isMet, report } from './report';
import type { Row } from './row';

/**
 * `npm run bench [entries seconds]`: how large the journal is in which proofs are timed, and how long filling it may
 * take (1,000,000 and 1,800 unless said). What has been measured is kept if a later part fails. Exit code 1 where a target
 * is missed.
 */
async function main([entries, seconds, persons = 10_000]: number[]): Promise<void> {
  const root = projectRoot();
  const rows: Row[] = [];
  const keep = (measured: readonly Row[]) => {
    rows.push(...measured);
    return report(root, rows, new Date());
  };
  console.log('HTTP → SMTP …');
  keep(await benchHttpToSmtp(root));
  console.log('persons …');
  keep(await benchPersons(root, persons));
  console.log('registers …');
  keep(await benchRegisters(root));
  console.log('journal …');
  const size = entries === undefined ? undefined : { entries, seedMs: (seconds ?? 1_800) * 1_000 };
  console.log(`\n${keep(await benchJournal(root, size))}`);
  if (rows.some((row) => isMet(row) === false)) process.exitCode = 1;
}

void main(process.argv.slice(2).map(Number));
