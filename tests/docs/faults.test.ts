import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { linksIn, root, rowsOf } from './links';
import { titlesIn } from './titles';

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
    const named = titlesIn(readFileSync(path, 'utf8')).filter(({ title }) => title === name);
    expect(named).toEqual([{ title: name, live: true }]);
  });
});

describe('titles of tests', () => {
  const code = `
    // it('in a comment', () => {});
    const text = "it('in a text', () => {})";
    describe('a group', () => {
      it('runs', () => {});
      it.each([1])('runs for %s', () => {});
      it.skip('is skipped', () => {});
      it.todo('is to come');
      describe.skip('is skipped whole', () => { it('with this', () => {}); });
    });
    describe('holds nothing that runs', () => { it.skip('left', () => {}); });`;

  it('are those of real tests, and of groups of which one runs', () => {
    const titles = titlesIn(code);
    const live = titles.filter((one) => one.live).map(({ title }) => title);
    expect(live).toEqual(['a group', 'runs', 'runs for %s']);
    const left = titles.filter((one) => !one.live).map(({ title }) => title);
    const whole = ['is skipped whole', 'with this'];
    expect(left).toEqual(['is skipped', 'is to come', ...whole, 'holds nothing that runs', 'left']);
  });
});
