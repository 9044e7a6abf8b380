import { describe, expect, it } from '@jest/globals';
import { owedBy } from '../../../domain/controllerCase/closing';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { lettersOwed, mayTellByLetter, type PersonsState } from '../../../domain/controllerCase/persons';
import { printable } from '../../../domain/controllerCase/personsLetters';
import { commands, decision, exempting, list, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';
import { accepted, faultsOf, type LettersStory, mailsEnd, posted, print, ruleOut } from '../../fakes/lettersStory';

const { listId } = list;
const persons = (story: LettersStory) => story.state().persons;
const counts = (story: LettersStory) => persons(story).sendings.map(mayTellByLetter)[0];
const isOwed = (story: LettersStory) => owedBy(story.state()).some(({ what }) => what === 'letters');

describe('whom letters tell (invariant 11: nobody is lost, nobody is told twice)', () => {
  it('is each of their list while they wait, and once they were posted; nobody once none was', () => {
    const story = accepted(3);
    expect(counts(story)).toBe(true);
    print(story);
    expect(counts(story)).toBe(true);
    const [all, none] = [accepted(3), accepted(3)];
    for (const one of [all, none]) print(one);
    all.act(posted());
    none.act(posted({ told: 0, proof: 'papier perdu' }));
    expect([counts(all), counts(none)]).toEqual([true, false]);
  });

  it('of whom some were posted, the others wait: the case owes them until somebody says what becomes of them', () => {
    const story = accepted(3);
    print(story);
    mailsEnd(story, 37);
    story.act(posted({ told: 2 }));
    expect([lettersOwed(persons(story)), isOwed(story), counts(story)]).toEqual([1, true, true]);
    expect(printable(story.state(), listId)).not.toBeNull();
    expect(faultsOf(story.try(posted({ told: 2 })))).toEqual(['/told']);
    story.act(posted({ told: 1 }));
    expect([lettersOwed(persons(story)), isOwed(story)]).toEqual([0, false]);
    expect(persons(story).sendings).toMatchObject([{ posted: { told: 3, isOver: true } }]);
    expect(persons(story).tellings.map(({ told }) => told)).toEqual([37, 2, 1]);
  });

  it('of whom some were posted and the others never will be: said with why, and none of them is told by a later list', () => {
    const story = accepted(3);
    print(story);
    mailsEnd(story, 37);
    story.act(posted({ told: 2 }));
    story.act(posted({ told: 0, proof: 'adresse illisible' }));
    expect([lettersOwed(persons(story)), counts(story), printable(story.state(), listId)]).toEqual([0, true, null]);
    expect(persons(story).sendings).toMatchObject([{ posted: { told: 2, isOver: true } }]);
    expect(persons(story).tellings).toHaveLength(2);
  });
});

describe('letters of a list that was stopped: the breach was ruled out, and is one after all', () => {
  const reopened = (story: LettersStory) => {
    ruleOut(story);
    story.act(commands['case.close']);
    story.act(commands['case.reopen']);
    story.act(commands.qualify, people.dpo);
  };

  it.each([
    ['while mails left', null],
    ['after the last mail', 37],
    ['all by letter', 0],
  ])('that were never printed (%s) are owed no more, nor do they count as told', (_when, told) => {
    const story = accepted(3, told === 0 ? 3 : 40);
    if (told !== null) mailsEnd(story, told);
    reopened(story);
    expect([lettersOwed(persons(story)), counts(story)]).toEqual([0, false]);
    expect(printable(story.state(), listId)).toBeNull();
  });

  it('that were printed may have been posted: they count as told, and are owed until somebody says it', () => {
    const [some, none] = [accepted(3), accepted(3)];
    for (const story of [some, none]) {
      print(story);
      ruleOut(story);
      story.act(commands.qualify, people.dpo);
      expect([lettersOwed(persons(story)), counts(story)]).toEqual([3, true]);
    }
    some.act(posted());
    none.act(posted({ told: 0, proof: 'détruites' }));
    expect([lettersOwed(persons(some)), counts(some)]).toEqual([0, true]);
    expect([lettersOwed(persons(none)), counts(none)]).toEqual([0, false]);
  });

  it('that were printed hold the case until somebody says what became of them, breach or not', () => {
    const story = accepted(3);
    print(story);
    ruleOut(story);
    expect(owedBy(story.state())).toEqual([{ what: 'letters', count: 3 }]);
    expect(story.try(commands['case.close'])).toMatchObject({ ok: false });
    expect(story.try({ ...commands['persons.tell'], listId: null })).toMatchObject({
      error: { code: 'state.refused', command: 'persons.tell' },
    });
    story.act(posted({ told: 2, proof: 'bordereau 12' }));
    story.act(posted({ told: 0, proof: 'la dernière a été détruite' }));
    expect(owedBy(story.state())).toEqual([]);
    expect(persons(story).state).toBe('TOLD');
    expect(story.act(commands['case.close']).stage).toBe('CLOSED');
  });

  it('that were posted before it was stopped count as told, and no second letter goes', () => {
    const story = accepted(3);
    print(story);
    story.act(posted());
    reopened(story);
    expect(counts(story)).toBe(true);
  });
});

describe('what became of letters', () => {
  /** A list of letters alone that has ended: its letters wait, whatever is decided meanwhile. */
  const waiting = () => {
    const story = accepted(3, 3);
    mailsEnd(story, 0);
    print(story);
    return story;
  };
  const lead: Partial<Record<PersonsState, (story: LettersStory) => unknown>> = {
    NOT_REQUIRED: (story) => story.act(decision('risk')),
    EXEMPT: (story) => {
      story.act(exempting('b'));
      story.act(commands['persons.exempt']);
    },
    ON_HOLD: (story) => story.act(commands['persons.hold']),
    ORDERED: (story) => story.act(commands['persons.order']),
    REQUIRED: (story) => {
      story.act(exempting('b'));
      story.act(commands['persons.exempt']);
      story.act(commands['persons.require']);
    },
  };

  it.each(Object.entries(lead))('is said in %s, which stays where it is', (state, to) => {
    const story = waiting();
    to(story);
    expect([persons(story).state, personsAllow(story.state(), 'persons.tell')]).toEqual([state, true]);
    expect(story.try({ ...commands['persons.tell'] })).toMatchObject({ error: { code: 'state.refused' } });
    story.act(posted());
    expect(persons(story)).toMatchObject({ state, tellings: [{ told: 3 }] });
    expect(personsAllow(story.state(), 'persons.tell')).toBe(false);
  });

  it('said on hold moves where the hold goes back to', () => {
    const story = waiting();
    story.act(commands['persons.hold']);
    story.act(posted());
    expect(story.act(commands['persons.resume']).persons.state).toBe('TOLD');
  });
});

describe('a hold of whom mails have told', () => {
  const told = () => {
    const story = accepted(3);
    mailsEnd(story, 37);
    return story;
  };

  it('is taken while letters wait, keeps them back, and goes back to where it was (7.4)', () => {
    const story = told();
    expect(personsAllow(story.state(), 'persons.hold')).toBe(true);
    expect(story.act(commands['persons.hold']).persons.state).toBe('ON_HOLD');
    expect(printable(story.state(), listId)).toBeNull();
    expect(owedBy(story.state()).map(({ what }) => what)).toContain('persons');
    story.act(decision('risk'));
    expect(persons(story).state).toBe('ON_HOLD');
    expect(story.act(commands['persons.resume']).persons.state).toBe('TOLD');
    expect(printable(story.state(), listId)).not.toBeNull();
  });

  it('stays at an order of the authority; once it ends, what is ordered is owed and the letters go on', () => {
    const story = told();
    story.act(commands['persons.hold']);
    expect(story.act(commands['persons.order']).persons).toMatchObject({
      state: 'ON_HOLD',
      hold: { isOrdered: true, before: 'ORDERED' },
    });
    expect(printable(story.state(), listId)).toBeNull();
    expect(story.act(commands['persons.resume']).persons).toMatchObject({ state: 'ORDERED', hold: null });
    expect(printable(story.state(), listId)).not.toBeNull();
  });

  it('is refused where nothing is left to keep back', () => {
    const story = told();
    print(story);
    story.act(posted());
    expect(personsAllow(story.state(), 'persons.hold')).toBe(false);
    expect(story.try(commands['persons.hold'])).toMatchObject({ error: { code: 'state.refused', state: 'TOLD' } });
  });
});

it('letters say what was accepted with their list, whatever is drafted later', () => {
  const story = accepted(3);
  const { seq, texts } = persons(story).sendings[0]?.draft ?? {};
  mailsEnd(story, 37);
  story.write({ type: 'persons.drafted', values: { fr: 'y', en: null, texts: [] } }, NOW);
  expect(persons(story).draft?.seq).not.toBe(seq);
  expect(persons(story).sendings).toMatchObject([{ draft: { seq, texts } }]);
});
