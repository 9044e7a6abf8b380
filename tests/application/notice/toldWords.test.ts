import { expect, it } from '@jest/globals';
import { upwardIn } from '../../../application/notice/toldWords';
import { items } from '../../fakes/noticeStory';

const around = { subNotices: [], agreement: { language: 'fr' as const } };

it.each([
  ['as they are entered today go on', {}, items.a],
  [
    'of old times that keep no rule of today’s do not, be it within one installation',
    { a: 'x'.repeat(10_001) },
    undefined,
  ],
  ['a name that is no line goes nowhere', { b: [{ ...items.b[0], name: 'Sacha\r\nBcc: x' }] }, undefined],
])('domain rules 7.5: items %s', (_name, more, a) => {
  expect(upwardIn(around, { ...items, ...more } as typeof items)?.items.a).toBe(a);
});
