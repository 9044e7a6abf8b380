import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { linksIn, root, rowsOf } from './links';

const file = join(root, 'docs/faults.md');
const rows = readFileSync(file, 'utf8')
  .split(/^## /m)
  .flatMap(rowsOf)
  .map(([promise = '', test = '', name = '']) => ({ promise, test, name }));

describe('faults and invariants', () => {
  it('are more than a few', () => {
    expect(rows.length).toBeGreaterThan(45);
  });

  it.each(rows)('$promise', ({ test, name }) => {
    const [link = ''] = linksIn(test);
    const path = join(dirname(file), link);
    expect([link, existsSync(path)]).toEqual([link, true]);
    expect(name).not.toBe('');
    expect(readFileSync(path, 'utf8')).toContain(name);
  });
});
