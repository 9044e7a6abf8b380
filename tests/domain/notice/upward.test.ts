import { describe, expect, it } from '@jest/globals';
import { Upward } from '../../../domain/exchange/upward';
import { upwardOf } from '../../../domain/notice/upward';
import { items, phasedItems } from '../../fakes/noticeStory';

const lead = (name: string) => ({ pattern: new RegExp(`Selon ${name} : `, 'g'), mark: `[Dit par ${name}] ` });

const of = (
  said: Parameters<typeof upwardOf>[0]['items'],
  chains: string[][] = [],
  leads: ReturnType<typeof lead>[] = [],
) =>
  upwardOf({
    items: said,
    subNotices: chains.map((chain) => ({ chain })),
    leads,
    own: '[Dit par P] ',
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

  it('every chain that it was told of, the longest first, and an empty one for words of its own', () => {
    const said = of(items, [['B'], ['B', 'C'], ['D']]);
    expect(Upward.safeParse(said).success).toBe(true);
    expect([said.chain, said.chains]).toEqual([
      ['B', 'C'],
      [['B', 'C'], ['B'], ['D'], []],
    ]);
  });

  it('of one source alone its chain, and no more: as it was before', () => {
    const told = { answer: 'value' as const, text: 'Selon B : x' };
    const only = { ...items, a: 'Selon B : copie.', c: { ...told, persons: 1, records: 1 }, d: told, e: told };
    const said = of(only, [['B'], ['b']], [lead('B')]);
    expect(said).not.toHaveProperty('chains');
    expect([said.chain, said.items.a, said.items.d]).toEqual([['B'], 'copie.', 'x']);
  });

  it('chains beyond what a message holds are said in words', () => {
    const said = of(
      null,
      Array.from({ length: 25 }, (_, index) => [`S${index}`]),
    );
    expect(Upward.safeParse(said).success).toBe(true);
    expect(said.chains).toHaveLength(20);
  });

  it('of a chain longer than any holds, what it holds, and in words who stands beyond: nothing of the notice is lost', () => {
    const chain = ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    const said = of(items, [chain]);
    expect(Upward.safeParse(said).success).toBe(true);
    expect(said.chain).toEqual(['B', 'C', 'D', 'E', 'F', 'G', 'H']);
    expect(said.items).toMatchObject({
      a: `[Dit par P] ${items.a}\n\nI`,
      c: '[Dit par P] bénéficiaires',
      persons: 412,
    });
    const long = of({ ...items, a: 'x'.repeat(10_000) }, [chain]);
    expect(Upward.safeParse(long).success).toBe(true);
    expect(long.items.b).toMatch(/\n\nI$/);
    expect(of(items, [chain.slice(0, 7)]).items.a).toBe(`[Dit par P] ${items.a}`);
  });

  it('each part of a text says whose it is, and what says so already says it once', () => {
    const a = `Vol.\n\nSelon B : copie.\n\nSelon C : [Dit par D] accès.`;
    const said = of({ ...items, a }, [['B'], ['C', 'D']], [lead('B'), lead('C')]);
    expect(said.items.a).toBe('[Dit par P] Vol.\n\n[Dit par B] copie.\n\n[Dit par D] accès.');
    expect(said.items.d).toBe('[Dit par P] sollicitations frauduleuses possibles');
  });

  it('what is too long to say so goes as it is', () => {
    const d = { answer: 'value' as const, text: 'x'.repeat(9_995) };
    const said = of({ ...items, d }, [['B']], [lead('B')]);
    expect([Upward.safeParse(said).success, said.items.d, said.chains]).toEqual([true, d.text, [['B'], []]]);
  });

  it('of a withdrawal, or once erased, no items and nobody', () => {
    expect(of(null)).toMatchObject({ contact: null, items: { a: null, b: null, e: null } });
  });

  it('of a withdrawal what it takes back is of everybody, and its own word', () => {
    expect(of(null, [['B']]).chains).toEqual([['B'], []]);
  });

  it('of a sender of before, which says its longest chain alone, is read as it was', () => {
    const old = {
      chain: ['B', 'C'],
      contact: null,
      items: { a: 'Vol.', b: null, c: null, d: null, e: null, persons: null, records: 3 },
      language: 'en',
    };
    expect(Upward.parse(old)).toEqual(old);
  });
});
