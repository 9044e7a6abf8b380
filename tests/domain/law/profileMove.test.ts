import { describe, expect, it } from '@jest/globals';
import { laterProfiles, profileAt, profileMoveFaults, profileOf } from '../../../domain/law/profile';

const now = new Date('2026-11-29T12:00:00Z');
const own = 'EU-2025-01-17';

describe('a running clock and a change of law', () => {
  it('the clock is read by the law that it began with, after another has come into force', () => {
    expect(profileOf(own).id).not.toBe(profileAt('EU', now.toISOString())?.id);
  });

  it('can be moved to a law that is in force', () => {
    expect(profileMoveFaults(own, 'EU-2026-09-11', now)).toEqual([]);
  });

  it.each([
    ['EU-omnibus-proposal', 'a law that is not in force'],
    ['EU-2018-05-25', 'a law that is not in force'],
    ['EU-2025-01-17', 'the clock runs under this law already'],
    ['FR-2023-04-24', 'the law of another jurisdiction'],
    ['EU-1995', 'no such law profile'],
  ])('never moves to %s: %s', (toId, message) => {
    expect(profileMoveFaults(own, toId, now)).toEqual([{ pointer: '/profileId', message }]);
  });

  it('only what came after a law could take its place, in its jurisdiction, and no proposal', () => {
    expect(laterProfiles('EU-2024-10-18').map(({ id }) => id)).toEqual(['EU-2025-01-17', 'EU-2026-09-11']);
    expect(laterProfiles('EU-2026-09-11')).toEqual([]);
    expect(laterProfiles('FR-2018-05-25').map(({ id }) => id)).toEqual(['FR-2023-04-24']);
  });

  it('an id that nothing knows is a fault of the code', () => {
    expect(() => profileOf('EU-1995')).toThrow(RangeError);
  });
});
