import { describe, expect, it } from '@jest/globals';
import { createBoxes } from '../../../domain/controllerCase/boxes';
import type { Recipient } from '../../../domain/controllerCase/recipients';

const mail = (email: string, name: string | null): Recipient => ({ email, name, language: null });

describe('whom lists tell', () => {
  it.each<[string, Recipient, Recipient, boolean]>([
    ['the same row', mail('a@b.example', 'Ann Dé'), mail('a@b.example', 'Ann Dé'), true],
    ['another spelling of address and name', mail('a@b.example', 'Ann Dé'), mail('A@B.example', 'DE, Ann'), true],
    ['another person at the address', mail('a@b.example', 'Ann Dé'), mail('a@b.example', 'Bo Dé'), false],
    ['an address whose row named nobody', mail('a@b.example', null), mail('a@b.example', 'Bo'), true],
    ['a row without a name at an address that is told', mail('a@b.example', 'Ann'), mail('a@b.example', null), true],
    ['the same name at another address', mail('a@b.example', 'Ann'), mail('c@b.example', 'Ann'), false],
  ])('%s', (_what, told, next, isTold) => {
    const boxes = createBoxes();
    expect(boxes.has(told)).toBe(false);
    boxes.add(told);
    expect(boxes.has(next)).toBe(isTold);
  });

  it('know the third name at an address, and that it is shared', () => {
    const boxes = createBoxes();
    const [ann, bo, cy] = ['Ann', 'Bo', 'Cy'].map((name) => mail('a@b.example', name)) as [
      Recipient,
      Recipient,
      Recipient,
    ];
    expect(boxes.isShared(ann)).toBe(false);
    boxes.add(ann);
    boxes.add(bo);
    expect([ann, bo, cy].map(boxes.has)).toEqual([true, true, false]);
    expect(boxes.isShared(cy)).toBe(true);
  });

  it('a letter has its name on the envelope', () => {
    const boxes = createBoxes();
    const post = (name: string): Recipient => ({ email: null, name, language: null, postal: [name, '1 rue', 'Ville'] });
    boxes.add(post('Ann'));
    expect([boxes.has(post('Ann')), boxes.has(post('Bo'))]).toEqual([true, false]);
  });
});
