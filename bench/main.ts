import { projectRoot } from '../runtime/root';
import { benchHttpToSmtp } from './httpToSmtp';
import { benchJournal } from './journal';
import { benchPersons } from './persons';
import { benchRegisters } from './registers';
import { isMet, report } from './report';
import type { Row } from './row';

/** Filling the journal in which proofs are timed may take so long; what is there by then is what is measured. */
const SEED_MS = 1_800_000;

/** Each part, with how much of it is measured unless said. */
const PARTS: Record<string, { size: number; measure(root: string, size: number): Promise<Row[]> }> = {
  notices: { size: 1, measure: (root) => benchHttpToSmtp(root) },
  persons: { size: 100_000, measure: benchPersons },
  registers: { size: 10_000, measure: benchRegisters },
  journal: { size: 1_000_000, measure: (root, entries) => benchJournal(root, { entries, seedMs: SEED_MS }) },
};

/**
 * `npm run bench [part[=size] …]`: all parts, or those that are named (`persons=40000`). Each has a table of its own, which
 * stays where only others are measured. Exit code 1 where a target is missed, 2 for a part that there is not.
 */
async function main(asked: readonly string[]): Promise<void> {
  const chosen = (asked.length > 0 ? asked : Object.keys(PARTS)).map((word) => word.split('='));
  const unknown = chosen.flatMap(([name = '']) => (name in PARTS ? [] : [name]));
  if (unknown.length > 0) {
    console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const root = projectRoot();
  for (const [name = '', size] of chosen) {
    const part = PARTS[name];
    if (part === undefined) continue;
    console.log(`${name} …`);
    const rows = await part.measure(root, size === undefined ? part.size : Number(size));
    console.log(`\n${report(root, { part: name, rows, at: new Date() })}\n`);
    if (rows.some((row) => isMet(row) === false)) process.exitCode = 1;
  }
}

void main(process.argv.slice(2));
