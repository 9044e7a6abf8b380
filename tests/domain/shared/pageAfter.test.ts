import { describe, expect, it } from '@jest/globals';
import { pageAfter } from '../../../domain/shared/pageAfter';

const all = ['a', 'b', 'c'];
const page = (after: string | undefined, limit: number) => pageAfter(all, { after, limit }, (one) => one);

describe('a page of a list', () => {
  it.each([
    [undefined, 2, ['a', 'b'], 'b'],
    ['b', 2, ['c'], null],
    ['a', 2, ['b', 'c'], null],
    ['c', 2, [], null],
    ['gone', 2, [], null],
  ])('behind %s, %i at most', (after, limit, items, next) => {
    expect(page(after, limit)).toEqual({ items, next });
  });
});
