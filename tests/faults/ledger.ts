import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Trial } from './trial';

type Line = { seq: number; at: string };

const WINDOW = 200;

/** What was acknowledged, kept outside the system under test and on disk before the next line. */
export function openLedger(file: string) {
  const handle = openSync(file, 'a');
  return {
    write(line: Line): void {
      writeSync(handle, `${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    },
    /** Acknowledged entries that the journal does not hold, and gaps of its sequence. Both must be empty. */
    async compare({ ctx }: Trial): Promise<{ acknowledged: number; lost: number[]; gaps: number[] }> {
      closeSync(handle);
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      const seqs = lines.map((line) => (JSON.parse(line) as Line).seq);
      const held = await seqsOf(ctx);
      const present = new Set(held);
      return {
        acknowledged: seqs.length,
        lost: seqs.filter((seq) => !present.has(seq)),
        gaps: held.filter((seq, index) => seq !== index + 1),
      };
    },
  };
}

async function seqsOf({ orgId, ports: { journal } }: Trial['ctx']): Promise<number[]> {
  const seqs: number[] = [];
  for (;;) {
    const window = await journal.readWindow(orgId, seqs.at(-1) ?? 0, WINDOW);
    if (window.length === 0) return seqs;
    seqs.push(...window.map(({ seq }) => seq));
  }
}
