import { describe, expect, it } from '@jest/globals';
import { deadLinks, documents, linksIn, named } from './links';

describe('documents', () => {
  it.each(documents().map(named))('%s: every link leads somewhere', (file) => {
    expect(deadLinks(file)).toEqual([]);
  });

  it('a link that leads nowhere is found', () => {
    expect(deadLinks('docs/x.md', '[a](nowhere.md) [b](https://example.org) [c](architecture.md#1)')).toEqual([
      'nowhere.md',
    ]);
    expect(linksIn('[a](x.md#y)')).toEqual(['x.md']);
  });
});
