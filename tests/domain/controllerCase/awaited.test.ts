import { describe, expect, it } from '@jest/globals';
import { awaitsOf } from '../../../domain/controllerCase/awaited';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { caseRows } from '../../../domain/deadline/caseRows';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { excusing } from '../../fakes/excusing';
import { commands, createCaseStory, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const breach = () => {
  const story = createCaseStory();
  story.act(commands.qualify, people.dpo);
  return story;
};
const BY = plusMs(NOW, 30 * HOUR_MS);
const change = { ...commands['record.change'], change: {} };
const awaiting = (field: 'persons' | 'harms', knownBy: string | null = BY) => ({
  ...change,
  awaited: [{ field, knownBy }],
});
const rowsOf = (one: Parameters<typeof caseRows>[0], at: string) =>
  caseRows(one, new Date(at)).filter(({ obligation }) => obligation === 'recordAwaited');

describe('a field that is not known yet, with the instant by which it will be (feature F01)', () => {
  it('is kept in the entry, and awaited until somebody fills it', () => {
    const story = breach();
    const one = story.act(awaiting('persons'));
    expect(story.entries().at(-1)).toMatchObject({ type: 'case.recorded' });
    expect(awaitsOf(one)).toEqual([expect.objectContaining({ field: 'persons', knownBy: BY })]);
    const filled = { ...change, change: { persons: { amount: 'approx' as const, count: 40 } } };
    expect(awaitsOf(story.act(filled))).toEqual([]);
  });

  it('a number "not known at this stage" is awaited, too', () => {
    const story = breach();
    const unknown = { persons: { amount: 'unknown' as const } };
    const one = story.act({ ...awaiting('persons'), change: unknown });
    expect(awaitsOf(one).map(({ field }) => field)).toEqual(['persons']);
  });

  it('is told anew with another date, taken back, or left open for good', () => {
    const story = breach();
    story.act(awaiting('persons'));
    const later = plusMs(BY, HOUR_MS);
    expect(awaitsOf(story.act(awaiting('persons', later)))).toMatchObject([{ knownBy: later }]);
    story.act(awaiting('harms'));
    expect(awaitsOf(story.act(awaiting('persons', null))).map(({ field }) => field)).toEqual(['harms']);
    const excuse = { ...commands['record.excuse'], groups: excusing(['harms'], 'x') };
    expect(awaitsOf(story.act(excuse, people.dpo))).toEqual([]);
  });

  it.each([
    ['has passed', awaiting('persons', plusMs(NOW, -HOUR_MS)), '/awaited/0/knownBy'],
    ['is too far away', awaiting('persons', '2036-01-01T00:00:00.000Z'), '/awaited/0/knownBy'],
    [
      'is of a field that is filled',
      { ...awaiting('harms'), change: { harms: ['fraud' as const] } },
      '/awaited/0/field',
    ],
    ['takes back what nobody said', awaiting('persons', null), '/change'],
  ])('is refused where it %s', (_why, command, pointer) => {
    const story = breach();
    expect(story.try(command)).toMatchObject({ error: { issues: [{ pointer }] } });
  });

  it('is a limit of the case before it passes and after, one for each instant', () => {
    const story = breach();
    story.act(awaiting('persons'));
    const one = story.act(awaiting('harms'));
    for (const at of [NOW, plusMs(BY, HOUR_MS)]) {
      expect(rowsOf(one, at)).toMatchObject([{ clock: { dueAt: BY, doneAt: null } }]);
      expect(rowsOf(one, at)[0]?.fields).toEqual(['persons', 'harms']);
    }
    expect(rowsOf(story.act(awaiting('harms', plusMs(BY, HOUR_MS))), NOW)).toHaveLength(2);
  });

  it('whoever completes the record is told when it passes, once, and not of what is filled', () => {
    const story = breach();
    const one = story.act(awaiting('persons'));
    const rungs = (state: typeof one) => caseRungs(state, new Date(BY)).filter(({ ladder }) => ladder === 'awaited');
    expect(rungs(one)).toMatchObject([{ atMs: Date.parse(BY), dueAt: BY, roles: ['IM', 'DPO'] }]);
    const filled = { ...change, change: { persons: { amount: 'undeterminable' as const } } };
    expect(rungs(story.act(filled))).toEqual([]);
  });
});
