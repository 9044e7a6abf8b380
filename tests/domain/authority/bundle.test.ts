import { describe, expect, it } from '@jest/globals';
import { bundle, type Bundled } from '../../../domain/authority/bundle';

const first: Bundled = {
  awareAt: '2026-03-10T13:20:00.000Z',
  data: ['contact-details', 'civil-status'],
  sensitive: [],
  natures: ['confidentiality'],
  origins: ['wrong-recipient'],
};
const second: Bundled = { ...first, awareAt: '2026-03-09T08:00:00.000Z', data: ['civil-status', 'contact-details'] };
const third: Bundled = { ...first, awareAt: '2026-03-16T08:00:00.000Z' };

const pointers = (...breaches: Bundled[]): string[] => {
  const told = bundle(breaches);
  return !told.ok && told.error.code === 'input.invalid' ? told.error.issues.map(({ pointer }) => pointer) : [];
};

describe('E8: several breaches in one notification', () => {
  it('of the same data, breached the same way, within a week; the limit runs from the earliest', () => {
    expect(bundle([first, second, third])).toEqual({ ok: true, value: { awareAt: '2026-03-09T08:00:00.000Z' } });
  });

  it.each([
    ['one alone', [first], ['']],
    ['none', [], ['']],
    ['another type of data', [first, { ...second, data: ['civil-status'] }], ['/1/data']],
    ['special data in one of them', [first, { ...second, sensitive: ['health'] }], ['/1/sensitive']],
    ['another loss', [first, { ...second, natures: ['availability'] }], ['/1/natures']],
    ['another way', [first, { ...second, origins: ['spoken-disclosure'] }], ['/1/origins']],
    ['longer than a week', [first, second, { ...third, awareAt: '2026-03-16T08:00:01.000Z' }], ['/2/awareAt']],
    [
      'what nobody has said',
      [
        { ...first, origins: [] },
        { ...second, data: ['not-known'] },
      ],
      ['/0/origins', '/1/data', '/1/origins'],
    ],
    [
      'data of which nobody has said which, the same in both',
      [
        { ...first, data: ['not-known'] },
        { ...second, data: ['not-known'] },
      ],
      ['/0/data', '/1/data'],
    ],
    ['a list that says one thing twice', [first, { ...second, data: ['civil-status', 'civil-status'] }], ['/1/data']],
  ] as [string, Bundled[], string[]][])('but not %s', (_what, breaches, expected) => {
    expect(pointers(...breaches)).toEqual(expected);
  });
});
