import { describe, expect, it } from '@jest/globals';
import { AmendedAnnex1, Annex1 } from '../../../domain/agreement/annex1';
import { faultsOfTiers, tierOf } from '../../../domain/agreement/annex1Tiers';
import { subProcessorMap } from '../../../domain/agreement/subProcessorMap';
import { firmMap } from '../../../templates/pages/parts/firmMap';
import { amended, annex1 } from '../../fakes/agreements';

const firm = (name: string, under?: string, kind: 'prior-written-specific' | 'none' = 'prior-written-specific') => ({
  name,
  country: 'FR',
  service: `service de ${name}`,
  authorisation: { kind },
  ...(under !== undefined && { under }),
});
const pointers = (...listed: ReturnType<typeof firm>[]) => faultsOfTiers(listed, 'Nous').map(({ pointer }) => pointer);

describe('tiers of an annex (duty S3-16)', () => {
  it.each([
    ['one tier', [firm('A'), firm('B')], []],
    ['three tiers, in any order', [firm('C', 'b'), firm('B', 'A'), firm('A')], []],
    ['under itself', [firm('A', 'a ')], ['/0/under']],
    ['a circle of three', [firm('A', 'C'), firm('B', 'A'), firm('C', 'B')], ['/0/under', '/1/under', '/2/under']],
    ['under a circle', [firm('A', 'B'), firm('B', 'A'), firm('C', 'A')], ['/0/under', '/1/under', '/2/under']],
    ['under somebody who is not listed', [firm('A', 'Z')], ['/0/under']],
    ['ourselves', [firm('A'), firm('NOUS', 'A')], ['/1/name']],
  ])('%s', (_row, listed, expected) => {
    expect(pointers(...listed)).toEqual(expected);
  });

  it('a circle is refused where an annex is recorded and where it is amended, at its place', () => {
    const subProcessors = [firm('A', 'B'), firm('B', 'A')];
    const paths = (parsed: ReturnType<typeof Annex1.safeParse>) =>
      parsed.error?.issues.map(({ path }) => path.join('/'));
    expect(paths(Annex1.safeParse({ ...annex1, subProcessors }))).toEqual([
      'subProcessors/0/under',
      'subProcessors/1/under',
    ]);
    expect(AmendedAnnex1.safeParse({ ...amended(), subProcessors }).success).toBe(false);
    expect(Annex1.safeParse({ ...annex1, subProcessors: [firm('A'), firm('B', 'A')] }).success).toBe(true);
  });

  it('counts from us, and ends on whatever an old annex holds', () => {
    const listed = [firm('A'), firm('B', 'A'), firm('C', 'B')];
    expect(listed.map(({ name }) => tierOf(name, listed))).toEqual([2, 3, 4]);
    expect(tierOf('A', [firm('A', 'B'), firm('B', 'A')])).toBeGreaterThan(2);
  });
});

const annexed = (agreementId: string, controller: string, ...subProcessors: ReturnType<typeof firm>[]) => ({
  agreementId,
  reference: agreementId.toUpperCase(),
  document: { ...annex1, controller: { ...annex1.controller, name: controller }, subProcessors },
});

describe('the map of sub-processors', () => {
  const map = subProcessorMap(
    [annexed('g1', 'Val', firm('B', 'A'), firm('A')), annexed('g2', 'Orme', firm('a', undefined, 'none'), firm('C'))],
    '2026-05-13T10:00:00.000Z',
  );

  it.each([
    ['2026-05-13T21:59:59.000Z', 'notPrior'],
    ['2026-05-13T22:00:00.000Z', 'authorised'],
  ] as const)('looks at %s by its day in the zone of the agreement: %s', (at, expected) => {
    const authorisation = { kind: 'prior-written-specific' as const, date: '2026-05-14' };
    const [one] = subProcessorMap([annexed('g1', 'Val', { ...firm('A'), authorisation } as never)], at);
    expect(one?.contracts[0]?.authorisation).toBe(expected);
  });

  it('has each firm once, nearest tier first, with every contract that names it', () => {
    expect(map.map(({ name, tier, under }) => [name, tier, under])).toEqual([
      ['A', 2, [null]],
      ['C', 2, [null]],
      ['B', 3, ['A']],
    ]);
    expect(map[0]?.contracts).toMatchObject([
      { controller: 'Val', authorisation: 'authorised' },
      { controller: 'Orme', authorisation: 'notSpecific' },
    ]);
  });

  it('is drawn in columns by tier, no box over another, each with a line to who engages it', () => {
    const drawn = firmMap(
      'Nous',
      map.map((one) => ({
        ...one,
        parents: one.under,
        isAuthorised: one.contracts.every((c) => c.authorisation === 'authorised'),
      })),
    );
    expect(drawn.boxes.map(({ name, dashed }) => [name, dashed])).toEqual([
      ['Nous', false],
      ['A', true],
      ['C', false],
      ['B', false],
    ]);
    expect(new Set(drawn.boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
    expect(drawn.lines).toHaveLength(3);
    for (const { x, y } of drawn.boxes) {
      expect(x + drawn.boxWidth).toBeLessThanOrEqual(drawn.width);
      expect(y + drawn.boxHeight).toBeLessThanOrEqual(drawn.height);
    }
  });

  it('a long name is cut in the drawing alone', () => {
    const name = 'Société anonyme de traitement statistique des réponses';
    const drawn = firmMap('Nous', [{ name, country: 'FR', tier: 2, parents: [null], isAuthorised: true }]);
    expect(drawn.boxes[1]?.name).toBe('Société anonyme de traite…');
  });
});
