import { describe, expect, it } from '@jest/globals';
import type { SubNotice } from '../../../domain/incident/subNotice';
import { leadOf, upwardIn } from '../../../application/notice/toldWords';
import { items } from '../../fakes/noticeStory';

const around = { subNotices: [], agreement: { language: 'fr' as const, document: null } };

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

describe('who told us, in front of their texts', () => {
  const said = {
    chain: ['Hébergeur (rang 2)', 'Sauveur'],
    receivedAt: '2026-05-13T20:30:00.000Z',
    certain: false,
  } as unknown as SubNotice;
  const upwardA = (a: string) =>
    upwardIn({ ...around, subNotices: [said] } as unknown as Parameters<typeof upwardIn>[0], { ...items, a })?.items.a;

  const mark = '[Dit par Hébergeur (rang 2), informé par Sauveur] ';

  it('is written as the letter writes hours, and gives way to whose words they are when it goes on', () => {
    const lead = leadOf(said, 'en', 'Europe/Paris');
    expect(lead).toBe(
      'Told by our sub-processor Hébergeur (rang 2), told by Sauveur (tier of origin 3), received 13 May 2026 at 22:30 (UTC+2), only a suspicion of theirs:',
    );
    expect(upwardA(`Ours.\n\n${lead} one copy: read`)).toBe(`Ours.\n\n${mark}one copy: read`);
    expect(upwardA(`${leadOf(said, 'fr', 'UTC')} une copie\u00a0: lue`)).toBe(`${mark}une copie\u00a0: lue`);
  });

  it('of drafts of before, too', () => {
    const before =
      'Selon notre sous-traitant ultérieur Hébergeur (rang 2) ← Sauveur (rang d’origine 3), reçu le 2026-05-13 20:30 UTC, simple soupçon de sa part\u00a0:';
    expect(upwardA(`${before} une copie`)).toBe(`${mark}une copie`);
  });

  it('of more tiers than a chain holds, those beyond are named in words', () => {
    const chain = Array.from({ length: 8 }, (_, index) => `Rang ${index + 2}`);
    const long = { ...around, subNotices: [{ ...said, chain }] } as unknown as Parameters<typeof upwardIn>[0];
    const upward = upwardIn(long, { ...items, a: 'Vol.' });
    expect(upward?.chain).toHaveLength(7);
    expect(upward?.items.a).toBe('Vol.\n\nProvenance au-delà des rangs indiqués\u00a0: Rang 9.');
  });
});
