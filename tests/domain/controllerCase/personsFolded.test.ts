import { describe, expect, it } from '@jest/globals';
import type { PersonsMove, PersonsState } from '../../../domain/controllerCase/persons';
import { SubjectUnreadable } from '../../../domain/shared/unreadable';
import { commands, decision, NOW } from '../../fakes/caseStory';
import { accepted, mailsEnd, print, ruleOut } from '../../fakes/lettersStory';
import { personsAt } from '../../fakes/personsAt';
import { personsByHand } from '../../fakes/personsByHand';

type Story = ReturnType<typeof personsAt>;

/** Moves of the region that no command about the persons makes: decisions of the risk, what the engine writes, the breach that is none. */
const moves = {
  'decide.high': (story) => story.act(decision('high')),
  'decide.lower': (story) => story.act(decision('risk')),
  sent: (story) => mailsEnd(story, 37),
  unreached: (story) => mailsEnd(story, 0),
  ruleOut: (story) => ruleOut(story),
} satisfies Partial<Record<PersonsMove, (story: Story) => unknown>>;
type Move = keyof typeof moves;

const rows = (Object.keys(personsByHand) as PersonsState[]).flatMap((from) =>
  (Object.keys(moves) as Move[]).map((on) => ({ from, on, to: personsByHand[from][on] })),
);
const moved = rows.flatMap(({ from, on, to }) => (to === undefined ? [] : [{ from, on, to }]));
const refused = rows.filter(({ to }) => to === undefined);

describe('each move of the persons’ region that is no command of its own, through the fold (domain rules 7.4)', () => {
  it('are nine states with five moves', () => expect(rows).toHaveLength(45));

  it.each(moved)('$from on $on: $to', ({ from, on, to }) => {
    const story = personsAt(from);
    moves[on](story);
    expect(story.state().persons.state).toBe(to);
  });

  it.each(refused.filter(({ on }) => on === 'ruleOut'))('$from on ruleOut: stays', ({ from, on }) => {
    const story = personsAt(from);
    moves[on](story);
    expect(story.state()).toMatchObject({ stage: 'NOT_A_BREACH', persons: { state: from } });
  });

  it.each(refused.filter(({ on }) => on !== 'ruleOut'))(
    '$from on $on: nobody could have written it',
    ({ from, on }) => {
      const story = personsAt(from);
      expect(() => moves[on](story)).toThrow(SubjectUnreadable);
    },
  );

  it.each([
    ['REQUIRED', 'NOT_REQUIRED', () => personsAt('REQUIRED')],
    ['DRAFTED', 'NOT_REQUIRED', () => personsAt('DRAFTED')],
    ['ORDERED', 'ORDERED', () => personsAt('ORDERED')], // an order outlives a lower risk (Art 34(4))
    ['SENDING', 'SENDING', () => personsAt('SENDING')],
    ['TOLD', 'TOLD', () => lettersWait()],
  ] as const)('a hold goes back to %s, after a lower risk to %s; the risk ends no hold', (from, after, lead) => {
    const [resumed, lower] = [lead(), lead()];
    for (const story of [resumed, lower]) {
      expect(story.state().persons.state).toBe(from);
      expect(story.act(commands['persons.hold']).persons).toMatchObject({ state: 'ON_HOLD', hold: { before: from } });
    }
    expect(resumed.act(commands['persons.resume']).persons).toMatchObject({ state: from, hold: null });
    const { persons } = lower.act(decision('risk'));
    expect([persons.state, persons.hold?.before]).toEqual(['ON_HOLD', after]);
    expect(persons.requiredAt === null).toBe(after === 'NOT_REQUIRED');
    expect(lower.act(commands['persons.resume']).persons).toMatchObject({ state: after, hold: null });
  });

  it('a high risk after a lower one owes them anew behind the same hold: nobody is told before it ends', () => {
    const story = personsAt('ON_HOLD');
    story.act(decision('risk'));
    const { persons } = story.act(decision('high'));
    const { reference } = commands['persons.hold'];
    expect(persons).toMatchObject({ state: 'ON_HOLD', hold: { reference, before: 'REQUIRED' }, requiredAt: NOW });
    expect(story.try(commands['persons.tell'])).toMatchObject({ ok: false, error: { code: 'state.refused' } });
    expect(story.act(commands['persons.resume']).persons).toMatchObject({ state: 'REQUIRED', hold: null });
  });

  it('lower ones of the first versions ended a hold, and read so still', () => {
    const story = personsAt('ON_HOLD');
    const decided = story.try(decision('risk'));
    if (!decided.ok || decided.value.type !== 'risk.decided' || !('typeVersion' in decided.value))
      throw new Error('it was not decided');
    const { holdStays, ...values } = decided.value.values;
    expect(holdStays).toBe(true);
    const older = personsAt('ON_HOLD');
    expect(older.write({ type: 'risk.decided', typeVersion: 2, values }).persons).toMatchObject({
      state: 'NOT_REQUIRED',
      hold: null,
    });
  });
});

/** Who could be told by mail was; letters of the list are printed, and nobody has said what became of them. */
function lettersWait() {
  const story = accepted(3);
  print(story);
  mailsEnd(story, 37);
  return story;
}
