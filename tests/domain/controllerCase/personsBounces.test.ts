import { describe, expect, it } from '@jest/globals';
import { bouncesToSay } from '../../../domain/controllerCase/personsBounces';
import { DAY_MS } from '../../../domain/shared/instant';
import { commands, list, NOW } from '../../fakes/caseStory';
import { accepted, mailsEnd } from '../../fakes/lettersStory';

const { listId } = list;
const at = (days: number) => new Date(Date.parse(NOW) + days * DAY_MS);
const told = (letters = 0) => {
  const story = accepted(letters);
  mailsEnd(story, 37);
  return story;
};
const toSay = (story: ReturnType<typeof told>, bounced: number, days = 1, isLast = false) =>
  bouncesToSay(story.state().persons, [{ listId, bounced }], { now: at(days), isLast });

describe('bounces to say', () => {
  it.each([
    ['the day is over and some came back', 2, 1, false, { lists: [{ listId, bounced: 2 }] }],
    ['none came back', 0, 1, false, null],
    ['the day is not over', 2, 0.99, false, null],
    ['the lists are forgotten, whatever the day', 2, 0, true, { lists: [{ listId, bounced: 2 }] }],
    [
      'more came back than were told (some of whom nothing was known)',
      39,
      1,
      false,
      { lists: [{ listId, bounced: 37 }] },
    ],
  ])('where %s', (_when, bounced, days, isLast, expected) => {
    expect(toSay(told(), bounced, days, isLast)).toEqual(expected);
  });

  it('are of lists alone: what a person said came back of others stands', () => {
    const story = told();
    story.act({ ...commands['persons.tell'], again: 39 });
    story.write({ type: 'persons.bounced', values: { lists: [{ listId, bounced: 5 }] } });
    expect(story.state().persons.tellings.map(({ bounced }) => bounced)).toEqual([5, 1]);
    expect(toSay(story, 5)).toBeNull();
    expect(toSay(story, 6, 1, true)).toEqual({ lists: [{ listId, bounced: 6 }] });
  });

  it('move nothing else: whoever was told was told, and the case decides nothing by it', () => {
    const story = told();
    const before = story.state();
    story.write({ type: 'persons.bounced', values: { lists: [{ listId, bounced: 37 }] } });
    expect(story.state()).toMatchObject({ decided: before.decided, persons: { state: 'TOLD', unreached: null } });
  });
});
