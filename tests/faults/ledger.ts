import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Acknowledged } from './client';
import type { Trial } from './trial';

type Line = Acknowledged & { at: string };

const WINDOW = 200;

/** What was acknowledged, kept outside the system under test and on disk before the next line. */
export function openLedger(file: string) {
  const handle = openSync(file, 'a');
  return {
    write(line: Line): void {
      writeSync(handle, `${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    },
    /**
     * Acknowledged entries that the journal does not hold under this number and key, and gaps of its sequence. Both must
     * be empty.
     */
    async compare({ ctx }: Trial): Promise<{ acknowledged: number; lost: Line[]; gaps: number[] }> {
      closeSync(handle);
      const text = readFileSync(file, 'utf8').trim();
      const lines = text.split('\n').map((line) => JSON.parse(line) as Line);
      const held = await entriesHeld(ctx);
      const keyOf = new Map(held.map(({ seq, key }) => [seq, key]));
      return {
        acknowledged: lines.length,
        lost: lines.filter(({ seq, key }) => keyOf.get(seq)?.endsWith(`/${key}`) !== true),
        gaps: held.map(({ seq }) => seq).filter((seq, index) => seq !== index + 1),
      };
    },
  };
}

async function entriesHeld({ orgId, ports: { journal } }: Trial['ctx']): Promise<{ seq: number; key: string }[]> {
  const held: { seq: number; key: string }[] = [];
  for (;;) {
    const window = await journal.readWindow(orgId, held.at(-1)?.seq ?? 0, WINDOW);
    if (window.length === 0) return held;
    held.push(...window.map(({ seq, key }) => ({ seq, key })));
  }
}
