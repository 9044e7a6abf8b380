import { describe, expect, it } from '@jest/globals';
import { owedBy } from '../../../domain/controllerCase/closing';
import { printable, printedLetters } from '../../../domain/controllerCase/personsLetters';
import { commands, list } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';
import { accepted, faultsOf, type LettersStory, mailsEnd, posted, print, ruleOut } from '../../fakes/lettersStory';

const { listId } = list;
const persons = (story: LettersStory) => story.state().persons;

describe('letters to persons whom no mail reaches (GDPR Art. 34, domain rules 7.4)', () => {
  it('can be printed as soon as their list is accepted, again and again, until they were posted', () => {
    const story = accepted(3);
    expect(printable(story.state(), listId)?.letters).toBe(3);
    print(story);
    print(story);
    expect(printable(story.state(), listId)).not.toBeNull();
    story.act(posted());
    expect(printable(story.state(), listId)).toBeNull();
    expect(printable(story.state(), 'other')).toBeNull();
  });

  it('cannot while telling is on hold, nor of a list without any', () => {
    const story = accepted(3);
    story.act(commands['persons.hold']);
    expect(printable(story.state(), listId)).toBeNull();
    expect(printable(accepted(0).state(), listId)).toBeNull();
  });

  it('cannot of a list that was stopped for good: the breach was ruled out', () => {
    const story = accepted(3);
    ruleOut(story);
    story.act(commands.qualify, people.dpo);
    expect(printable(story.state(), listId)).toBeNull();
  });

  it('count under told once somebody says that they were posted, with a proof', () => {
    const story = accepted(3);
    print(story);
    mailsEnd(story, 37);
    expect(owedBy(story.state())).toContainEqual({ what: 'letters', count: 3 });
    story.act(posted());
    expect(persons(story).tellings).toMatchObject([{ told: 37 }, { means: 'letter', told: 3 }]);
    expect(persons(story).sendings).toMatchObject([{ posted: { told: 3 }, told: 37 }]);
    expect(owedBy(story.state()).map(({ what }) => what)).not.toContain('letters');
  });

  it('are the whole list: that no mail left is no alarm, and the persons are told by the posting', () => {
    const story = accepted(3, 3);
    print(story);
    mailsEnd(story, 0);
    expect(persons(story)).toMatchObject({ state: 'DRAFTED', unreached: null });
    story.act(posted());
    expect(persons(story).state).toBe('TOLD');
  });

  it('of a list of which every mail failed: the alarm stays', () => {
    const story = accepted(3);
    mailsEnd(story, 0);
    expect(persons(story).unreached).not.toBeNull();
  });

  it('that none was posted is said, with why, and tells nobody', () => {
    const story = accepted(3);
    print(story);
    mailsEnd(story, 37);
    story.act(posted({ told: 0, proof: 'retrouvées par téléphone' }));
    expect(persons(story).tellings).toHaveLength(1);
    expect(printedLetters(story.state())).toEqual([]);
  });

  it.each([
    ['of another list', { listId: 'list-9' }, '/listId'],
    ['by another way', { means: 'phone' as const }, '/means'],
    ['more than there were', { told: 4 }, '/told'],
    ['without a proof', { proof: null }, '/proof'],
    ['of which more came back than left', { bounced: 4 }, '/bounced'],
    ['before they were printed', { toldAt: '2026-03-10T13:58:00.000Z' }, '/toldAt'],
    ['that is yet to come', { toldAt: '2026-12-01T10:00:00.000Z' }, '/toldAt'],
  ])('refuses to be called posted %s', (_what, more, pointer) => {
    const story = accepted(3);
    print(story);
    expect(faultsOf(story.try(posted(more)))).toEqual([pointer]);
  });

  it('refuses to be called posted before they were printed, or twice', () => {
    const story = accepted(3);
    expect(faultsOf(story.try(posted()))).toEqual(['/listId']);
    print(story);
    story.act(posted());
    expect(faultsOf(story.try(posted()))).toEqual(['/listId']);
  });
});
