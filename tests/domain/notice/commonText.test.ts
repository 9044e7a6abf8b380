import { describe, expect, it } from '@jest/globals';
import { commonChange } from '../../../domain/notice/commonText';
import { emptyDraft } from '../../../domain/notice/items';

const value = (text: string) => ({ answer: 'value' as const, text });
const common = {
  a: 'Rançongiciel.',
  c: { ...value('Usagers'), persons: null, records: null },
  d: value('Hameçonnage.'),
  e: null,
};

describe('a text for several controllers', () => {
  it('fills what nobody has written, and leaves alone what it does not say', () => {
    expect(commonChange(emptyDraft, common, false)).toEqual({
      items: { a: common.a, c: common.c, d: common.d },
      kept: [],
    });
  });

  it('takes the place of a promise, never of words that somebody wrote for one controller', () => {
    const written = {
      ...emptyDraft,
      a: 'Serveur de paie.',
      d: { answer: 'toFollow' as const, eta: null },
      c: { answer: 'cannotBeDetermined' as const, reason: 'Journaux perdus' },
    };
    expect(commonChange(written, common, false)).toEqual({ items: { d: common.d }, kept: ['a', 'c'] });
  });

  it('replaces them where that is said, and keeps each controller’s numbers', () => {
    const written = { ...emptyDraft, a: 'Autre.', c: { ...value('Agents'), persons: 412, records: 7 } };
    const { items, kept } = commonChange(written, common, true);
    expect(items.c).toEqual({ ...common.c, persons: 412, records: 7 });
    expect([items.a, kept]).toEqual([common.a, []]);
    expect(commonChange({ ...written, ...items }, common, true)).toEqual({ items: {}, kept: [] });
  });
});
