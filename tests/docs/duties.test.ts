import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deadLinks, linksIn, root, rowsOf } from './links';

const series = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}-${String(from + index).padStart(2, '0')}`);

/** Every duty of the five reference documents. */
const DUTIES = [
  ...series('S3', 1, 30),
  ...series('S1', 1, 10),
  ...series('S0', 0, 3),
  ...series('S2', 1, 3),
  ...series('S4', 1, 7),
];

const file = join(root, 'docs/duties.md');
const rows = rowsOf(readFileSync(file, 'utf8'));

describe('duties', () => {
  it('every duty of the reference documents has one row, and there is no other', () => {
    expect(rows.map(([id]) => id)).toEqual(DUTIES);
  });

  it.each(rows)('%s: %s', (_id, duty, state, code, _page, test) => {
    expect(duty).not.toBe('');
    expect(['kept', 'in part', 'later issue']).toContain(state);
    expect(deadLinks(file, `${code} ${test}`)).toEqual([]);
    if (state === 'later issue') return;
    expect(linksIn(test ?? '').filter((target) => target.endsWith('.test.ts'))).not.toEqual([]);
    if (state === 'kept') expect(linksIn(code ?? '')).not.toEqual([]);
  });
});
