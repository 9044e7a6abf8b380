import { describe, expect, it } from '@jest/globals';
import type { PersonsState } from '../../../domain/controllerCase/persons';
import { caseAt, commands, decision, exempting } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';
import { personsByHand } from '../../fakes/personsByHand';
import { personsCommands } from '../../fakes/personsCommands';

type Kind = keyof typeof personsCommands;
const kinds = Object.keys(personsCommands) as Kind[];
const states = Object.keys(personsByHand) as PersonsState[];
const moveOf = (kind: Kind) => kind.replace('persons.', '') as keyof (typeof personsByHand)[PersonsState];

const frozen = (text: 'message' | 'publicNotice') => ({ text, language: 'fr' as const, documentId: 'ab'.repeat(32) });
const draft = { fr: 'Un classeur.', en: null, texts: [frozen('message'), frozen('publicNotice')] };

/** The last step that leads to a state from a draft; none for what no draft leads to. */
const last: Partial<Record<PersonsState, Kind>> = {
  SENDING: 'persons.send',
  TOLD: 'persons.tell',
  EXEMPT: 'persons.exempt',
  ON_HOLD: 'persons.hold',
  ORDERED: 'persons.order',
};

/** A case whose region stands there, of a high risk of which ground b exempts; with a public notice where asked. */
function storyAt(state: PersonsState, isPublic: boolean) {
  const story = caseAt('BREACH');
  if (state === 'UNDECIDED') return story;
  story.act(exempting('b'));
  story.write({ type: 'persons.drafted', values: draft });
  if (isPublic) story.act(commands['persons.publish']);
  const step = last[state];
  if (step !== undefined) story.act(commands[step]);
  if (state === 'NOT_REQUIRED') story.act(decision('unlikely'));
  if (state === 'REQUIRED') {
    story.act(commands['persons.exempt']);
    story.act(exempting('b')); // what was exempt rested on an assessment that is replaced
  }
  return story;
}

/** Where a move leads from a hold that found a draft. */
const meant = (to: string): string =>
  ({ back: 'DRAFTED', 'ORDERED|back': 'ORDERED', 'NOT_REQUIRED|ON_HOLD': 'NOT_REQUIRED' })[to] ?? to;

const rows = states.flatMap((state) =>
  kinds.map((kind) => {
    // who was told is put on hold only for letters that wait, and here none do
    const isRefused = personsByHand[state][moveOf(kind)] === undefined || (state === 'TOLD' && kind === 'persons.hold');
    return { state, kind, to: isRefused ? 'refused' : meant(personsByHand[state][moveOf(kind)] ?? '') };
  }),
);

describe('each state of the persons’ region with each command, through its decision (domain rules 7.4, PERSONS)', () => {
  it('are ninety pairs', () => expect(rows).toHaveLength(90));

  it.each(states)('%s is where its steps lead', (state) => {
    expect(storyAt(state, false).state().persons.state).toBe(state);
  });

  it.each(rows)('$state, $kind: $to', ({ state, kind, to }) => {
    const story = storyAt(state, kind === 'persons.unpublish' && state !== 'UNDECIDED');
    const before = story.entries().length;
    const answer = story.try(commands[kind], people.director);
    if (to !== 'refused') {
      expect(answer).toMatchObject({ ok: true });
      expect(story.state().persons.state).toBe(to);
      return;
    }
    const allowed = kinds.filter((one) => one !== kind && personsByHand[state][moveOf(one)] !== undefined);
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
    const story = storyAt(state, kind === 'persons.publish');
    const before = story.entries().length;
    const answer = story.try({ ...commands[kind], ...change } as (typeof personsCommands)[Kind], people.director);
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    const issues = answer.ok || answer.error.code !== 'input.invalid' ? [] : answer.error.issues;
    expect(issues.map((one) => one.pointer)).toContain(pointer);
    expect(story.entries()).toHaveLength(before);
  });
});
