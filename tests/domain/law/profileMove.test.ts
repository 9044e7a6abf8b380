import { describe, expect, it } from '@jest/globals';
import type { Voice } from '../../../domain/approval/approval';
import { movedToProfile, profileAt, profileMoveFaults, profileOf } from '../../../domain/law/profile';

const now = new Date('2026-11-29T12:00:00Z');
const clock = { t0: '2026-09-10T12:00:00Z', profileId: 'EU-2025-01-17' };
const voice = (actorId: string, ...roles: Voice['roles'][number][]): Voice => ({
  actorId,
  roles,
  at: '2026-11-29T11:00:00Z',
});
const dpo = voice('ana', 'DPO');
const management = voice('bea', 'DIR');

describe('a running clock and a change of law', () => {
  it('the clock is read by the law that it began with, after another has come into force', () => {
    expect(profileOf(clock.profileId).id).not.toBe(profileAt('EU', now.toISOString())?.id);
    expect(movedToProfile(clock, 'EU-2026-09-11', [], now)).toEqual(clock);
  });

  it('moves when DPO and management have both said so', () => {
    expect(movedToProfile(clock, 'EU-2026-09-11', [dpo, management], now)).toEqual({
      t0: clock.t0,
      profileId: 'EU-2026-09-11',
    });
  });

  it.each([
    ['nobody', []],
    ['the DPO alone', [dpo]],
    ['management alone', [management]],
    ['one person who is both', [voice('ana', 'DPO', 'DIR'), voice('ana', 'DPO', 'DIR')]],
    ['the DPO and the incident manager', [dpo, voice('cyd', 'IM')]],
  ])('stays when %s has said so', (_name, voices) => {
    expect(movedToProfile(clock, 'EU-2026-09-11', voices, now)).toEqual(clock);
  });

  it.each([
    ['EU-omnibus-proposal', 'a law that is not in force'],
    ['EU-2018-05-25', 'a law that is not in force'],
    ['EU-2025-01-17', 'the clock runs under this law already'],
    ['FR-2023-04-24', 'the law of another jurisdiction'],
    ['EU-1995', 'no such law profile'],
  ])('never moves to %s: %s', (toId, message) => {
    expect(profileMoveFaults(clock, toId, now)).toEqual([{ pointer: '/profileId', message }]);
    expect(movedToProfile(clock, toId, [dpo, management], now)).toEqual(clock);
  });

  it('an id that nothing knows is a fault of the code', () => {
    expect(() => profileOf('EU-1995')).toThrow(RangeError);
  });
});
