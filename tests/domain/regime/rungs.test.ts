import { expect, it } from '@jest/globals';
import type { Answered } from '../../../domain/regime/asked';
import { runningStages } from '../../../domain/regime/asked';
import { regimeRungs } from '../../../domain/regime/rungs';
import { PARIS } from '../../fakes/places';

const WEDNESDAY = '2026-05-06T10:00:00.000Z';
const NOW = new Date(WEDNESDAY);

/** Who is told when of what the insurer is owed, in UTC. */
function ladderOf(theft: 'yes' | 'no') {
  const said: Answered = {
    regime: 'insuranceNotice',
    concerned: 'yes',
    reason: null,
    triggerAt: WEDNESDAY,
    profileId: null,
    facts: { theft },
    place: PARIS,
  };
  const answer = { ...said, seq: 7, at: WEDNESDAY, byId: 'sacha' };
  const asked = { regimes: { answers: [answer], sent: [] }, since: WEDNESDAY, pace: 1 };
  return regimeRungs(runningStages(asked, NOW), 1, NOW).map(({ atMs, roles }) => [
    new Date(atMs).toISOString().slice(0, 16),
    roles.join(),
  ]);
}

it('the insurer’s five working days climb the ladder of working days, and end with the lawyer (domain rules 7.7; L113-2)', () => {
  expect(ladderOf('no').slice(1)).toEqual([
    ['2026-05-13T07:00', 'IM,DPO'], // the 14th is Ascension Day
    ['2026-05-15T07:00', 'DPO'],
    ['2026-05-15T22:00', 'DIR,L'],
  ]);
  expect(ladderOf('no')[0]?.[1]).toBe('IM');
});

it('of the two for a theft the morning of the first comes before half of the time', () => {
  expect(ladderOf('yes')).toEqual([
    ['2026-05-07T07:00', 'IM,DPO'], // the 8th is a holiday
    ['2026-05-09T04:00', 'IM'],
    ['2026-05-11T07:00', 'DPO'],
    ['2026-05-11T22:00', 'DIR,L'],
  ]);
});
