import { describe, expect, it } from '@jest/globals';
import { cutAt } from '../../../domain/shared/cutAt';

describe('a text that is cut', () => {
  it.each([
    ['abcd', 4, 'abcd'],
    ['abcde', 4, 'abc…'],
    ['ab😀de', 4, 'ab…'],
    ['a😀bcd', 4, 'a😀…'],
    ['😀😀', 4, '😀😀'],
  ])('%s to %i is %s: marked, within its length, no character in two', (text, most, cut) => {
    expect(cutAt(text, most)).toBe(cut);
    expect(cutAt(text, most).isWellFormed()).toBe(true);
  });
});
