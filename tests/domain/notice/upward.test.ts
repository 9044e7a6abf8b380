import { describe, expect, it } from '@jest/globals';
import { Upward } from '../../../domain/exchange/upward';
import { upwardOf } from '../../../domain/notice/upward';
import { items, phasedItems } from '../../fakes/noticeStory';

const of = (said: Parameters<typeof upwardOf>[0]['items'], chains: string[][] = [], leads: RegExp[] = []) =>
  upwardOf({
    items: said,
    subNotices: chains.map((chain) => ({ chain })),
    leads,
    language: 'fr',
    beyond: (names) => names.join(),
  });

describe('what a version says for who processes above its sender (domain rules 7.5)', () => {
  it('its items, numbers beside them, and whom to ask', () => {
    const said = of(items);
    expect(Upward.safeParse(said).success).toBe(true);
    expect(said).toEqual({
      chain: [],
      contact: { name: 'Sacha Gabarit, DPO', email: null, phone: '+33 1 99 00 00 11' },
      items: {
        a: 'Ordinateur portable volé dans un train.',
        b: 'Sacha Gabarit, DPO, +33 1 99 00 00 11',
        c: 'bénéficiaires',
        d: 'sollicitations frauduleuses possibles',
        e: 'comptes fermés',
        persons: 412,
        records: 412,
      },
      language: 'fr',
    });
  });

  it('of what is to follow nothing, and of what cannot be determined why', () => {
    expect(of(phasedItems).items).toMatchObject({ c: null, persons: null });
    const lost = { ...items, c: { answer: 'cannotBeDetermined' as const, reason: 'journaux perdus' } };
    expect(of(lost).items).toMatchObject({ c: 'journaux perdus', persons: null });
  });

  it('the longest chain that it was told of itself: each tier adds one', () => {
    expect(of(items, [['B'], ['B', 'C'], ['D']]).chain).toEqual(['B', 'C']);
  });

  it('of a chain longer than any holds, what it holds, and in words who stands beyond: nothing of the notice is lost', () => {
    const chain = ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    const said = of(items, [chain]);
    expect(Upward.safeParse(said).success).toBe(true);
    expect(said.chain).toEqual(['B', 'C', 'D', 'E', 'F', 'G', 'H']);
    expect(said.items).toMatchObject({ a: `${items.a}\n\nI`, c: 'bénéficiaires', persons: 412 });
    const long = of({ ...items, a: 'x'.repeat(10_000) }, [chain]);
    expect(Upward.safeParse(long).success).toBe(true);
    expect(long.items.b).toMatch(/\n\nI$/);
    expect(of(items, [chain.slice(0, 7)]).items.a).toBe(items.a);
  });

  it('texts of theirs without what we have put before them', () => {
    const a = `Vol.\n\nSelon B : copie.\n\nSelon B ← C : accès.`;
    expect(of({ ...items, a }, [], [/Selon B : /g, /Selon B ← C : /g]).items.a).toBe('Vol.\n\ncopie.\n\naccès.');
  });

  it('of a withdrawal, or once erased, no items and nobody', () => {
    expect(of(null)).toMatchObject({ contact: null, items: { a: null, b: null, e: null } });
  });
});
