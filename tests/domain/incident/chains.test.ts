import { describe, expect, it } from '@jest/globals';
import { chainsOf, faultsOfChains, firmsIn, withoutCycles } from '../../../domain/incident/chains';
import { originTier } from '../../../domain/incident/subNotice';

const told = { chain: ['P', 'S1'], alsoFrom: [['P', 'S2', 'T'], ['p']] };

describe('a notice of several sources (domain rules 7.5)', () => {
  it('names each firm of every chain once; its tier is the farthest', () => {
    expect([chainsOf(told), firmsIn(told), originTier(told)]).toEqual([
      [['P', 'S1'], ['P', 'S2', 'T'], ['p']],
      ['P', 'S1', 'S2', 'T'],
      4,
    ]);
  });

  it('says of which chain a fault is', () => {
    expect(
      faultsOfChains({ chain: ['P', 'us'], alsoFrom: [['P', 'x', 'P']] }, ['Us']).map(({ pointer }) => pointer),
    ).toEqual(['/chain/1', '/alsoFrom/0/2']);
  });

  it('leaves out what comes back, and says it, unless all of it does', () => {
    expect(withoutCycles({ chain: ['P', 'us'], alsoFrom: [['P', 'S']] }, ['Us'])).toEqual({
      chain: ['P', 'S'],
      leftOut: [['P', 'us']],
    });
    expect(withoutCycles({ chain: ['P', 'us', 'T'], alsoFrom: [['P', 'S'], ['P']] }, ['Us'])).toEqual({
      chain: ['P', 'S'],
      alsoFrom: [['P']],
      leftOut: [['P', 'us', 'T']],
    });
    for (const same of [told, { chain: ['P', 'us'] }, { chain: ['P', 'us'], alsoFrom: [['us']] }])
      expect(withoutCycles(same, ['Us'])).toBe(same);
  });
});
