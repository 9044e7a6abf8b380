import { describe, expect, it } from '@jest/globals';
import type { PersonsState } from '../../../domain/controllerCase/persons';
import { commands, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';
import { personsAt } from '../../fakes/personsAt';
import { personsByHand } from '../../fakes/personsByHand';
import { personsCommands } from '../../fakes/personsCommands';

type Kind = keyof typeof personsCommands;
const kinds = Object.keys(personsCommands) as Kind[];
const states = Object.keys(personsByHand) as PersonsState[];
const moveOf = (kind: Kind) => kind.replace('persons.', '') as keyof (typeof personsByHand)[PersonsState];

/** Where a move leads from a hold that found a draft. */
const meant = (to: string): string => (to === 'back' ? 'DRAFTED' : to);

/**
 * Who was told is put on hold only for letters that wait, and exempt only where nobody was reached; who is exempt is put on
 * hold only by ground c: here no letters wait, somebody was reached, and it is b.
 */
const guarded: Partial<Record<PersonsState, Kind[]>> = {
  TOLD: ['persons.hold', 'persons.exempt'],
  EXEMPT: ['persons.hold'],
};
const takes = (state: PersonsState, kind: Kind): boolean =>
  personsByHand[state][moveOf(kind)] !== undefined && guarded[state]?.includes(kind) !== true;

const rows = states.flatMap((state) =>
  kinds.map((kind) => {
    return { state, kind, to: takes(state, kind) ? meant(personsByHand[state][moveOf(kind)] ?? '') : 'refused' };
  }),
);

describe('each state of the persons’ region with each command, through its decision (domain rules 7.4, PERSONS)', () => {
  it('are ninety-nine pairs', () => expect(rows).toHaveLength(99));

  it.each(states)('%s is where its steps lead', (state) => {
    expect(personsAt(state, false).state().persons.state).toBe(state);
  });

  it.each(rows)('$state, $kind: $to', ({ state, kind, to }) => {
    const story = personsAt(state, kind === 'persons.unpublish' && state !== 'UNDECIDED');
    const before = story.entries().length;
    const again = kind === 'persons.tell' && state === 'TOLD' ? { again: 39 } : {}; // the same persons, by other means
    const answer = story.try({ ...commands[kind], ...again } as (typeof commands)[typeof kind], people.director);
    if (to !== 'refused') {
      expect(answer).toMatchObject({ ok: true });
      expect(story.state().persons.state).toBe(to);
      return;
    }
    const allowed = kinds.filter((one) => takes(state, one));
    expect(answer).toEqual({
      ok: false,
      error: { code: 'state.refused', state, command: kind, allowed: expect.arrayContaining(allowed) },
    });
    expect(answer.ok || answer.error.code !== 'state.refused' ? [] : answer.error.allowed).toHaveLength(allowed.length);
    expect(story.entries()).toHaveLength(before);
  });
});

const FAR = '2031-01-01T00:00:00.000Z';
const EARLY = '2020-01-01T00:00:00.000Z';

describe('a command that its state takes is refused, and nothing is written,', () => {
  it.each<[Kind, PersonsState, string, object, string]>([
    ['persons.exempt', 'REQUIRED', 'on a ground that was not decided', { ground: 'a' }, '/ground'],
    ['persons.exempt', 'DRAFTED', 'on ground c without a notice', { ground: 'c' }, '/publicNotice'],
    ['persons.exempt', 'DRAFTED', 'public elsewhere without proof', { publishedAt: EARLY }, '/publishedProof'],
    ['persons.hold', 'DRAFTED', 'that is over before it is placed', { until: '2026-03-09T00:00:00.000Z' }, '/until'],
    ['persons.hold', 'DRAFTED', 'that ends as it is placed', { until: NOW }, '/until'],
    ['persons.hold', 'DRAFTED', 'until a year that nobody means', { until: '2099-01-01T00:00:00.000Z' }, '/until'],
    ['persons.order', 'DRAFTED', 'by an authority that there is not', { authorityId: 'nobody' }, '/authorityId'],
    ['persons.order', 'NOT_REQUIRED', 'ahead of time', { orderedAt: FAR }, '/orderedAt'],
    ['persons.order', 'REQUIRED', 'before anything was known', { orderedAt: EARLY }, '/orderedAt'],
    ['persons.draft', 'REQUIRED', 'in no language', { fr: null }, '/fr'],
    ['persons.send', 'DRAFTED', 'for fewer than are told', { concerned: 1 }, '/concerned'],
    ['persons.publish', 'TOLD', 'where this very text is public', {}, ''],
    ['persons.unpublish', 'DRAFTED', 'where nothing is public', {}, ''],
    ['persons.tell', 'DRAFTED', 'of nobody', { told: 0, bounced: 0 }, '/told'],
    ['persons.tell', 'TOLD', 'with more returned than left', { told: 1, bounced: 2 }, '/bounced'],
    ['persons.tell', 'SENDING', 'ahead of time', { toldAt: FAR }, '/toldAt'],
    [
      'persons.tell',
      'DRAFTED',
      'by letters of a list that there is not',
      { listId: 'nowhere', means: 'letter' },
      '/listId',
    ],
  ])('%s in %s, %s', (kind, state, _why, change, pointer) => {
    const story = personsAt(state, kind === 'persons.publish');
    const before = story.entries().length;
    const answer = story.try({ ...commands[kind], ...change } as (typeof personsCommands)[Kind], people.director);
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    const issues = answer.ok || answer.error.code !== 'input.invalid' ? [] : answer.error.issues;
    expect(issues.map((one) => one.pointer)).toContain(pointer);
    expect(story.entries()).toHaveLength(before);
  });
});
