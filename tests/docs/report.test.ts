import { describe, expect, it } from '@jest/globals';
import { isMet } from '../../bench/report';
import { row } from '../../bench/row';

describe('a measurement against what is asked of it', () => {
  it.each([
    [row('a', 12, 'ms', 'ratio <= 1.5', 10), true],
    [row('a', 16, 'ms', 'ratio <= 1.5', 10), false],
    [row('a', 30, '1/s', 'ratio >= 2.5', 10), true],
    [row('a', 21, 'ms', 'value <= 20'), false],
    [row('a', 20, 'ms', 'value <= 20'), true],
    [row('a', 20, 'ms', ''), null],
    [row('a', 20, 'ms', 'ratio <= 1.5'), null],
  ])('%o: %s', (measured, met) => {
    expect(isMet(measured)).toBe(met);
  });
});
