import { describe, expect, it } from '@jest/globals';
import { notReached } from '../../../domain/controllerCase/notReached';
import { caseAt, commands, decision, list } from '../../fakes/caseStory';

type Story = ReturnType<typeof caseAt>;

const drafted = (): Story => {
  const story = caseAt('BREACH');
  story.act(decision('high'));
  story.act({ ...commands['authority.file'], type: 'complete' });
  story.act(commands['regime.exclude']);
  story.act(commands['persons.draft']);
  return story;
};
const told = (many: number, concerned: number | null, bounced = 0): Story => {
  const story = drafted();
  story.act({ ...commands['persons.tell'], told: many, concerned, bounced });
  return story;
};
/** A list of so many of whom a relay took some mails, and what came of the others. */
const sent = (
  count: number,
  of: { told: number; refused?: number; unknown?: number; lost?: number; bounced?: number },
) => {
  const story = drafted();
  const { told: many, refused = 0, unknown = 0, lost = 0, bounced = 0 } = of;
  const { listId, fileHash } = list;
  const values = { listId, fileHash, count, bad: 0, duplicates: 0, concerned: null };
  story.write({ type: 'persons.sending', values });
  const rest = { listId, refused, unknown, lost };
  const toldAt = '2026-03-10T14:00:00.000Z';
  story.write({
    type: 'persons.told',
    values: { toldAt, means: 'email', told: many, concerned: null, bounced, sent: rest },
  });
  return story;
};
const closing = (unreachedReason: string | null) => ({ ...commands['case.close'], unreachedReason });
const pointersOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);

describe('a case whose telling did not reach all (domain rules 7.4: told versus concerned, bounce list)', () => {
  it('does not end with 1 of 100,000 told and no reason', () => {
    const story = told(1, 100_000);
    expect(pointersOf(story.try(closing(null)))).toEqual(['/unreachedReason']);
    const unreachedReason = 'the others are told by the public notice';
    expect(story.try(closing(unreachedReason))).toMatchObject({ ok: true, value: { values: { unreachedReason } } });
    expect(story.state().stage).toBe('CLOSED');
  });

  it.each([
    ['a mail came back', () => told(41, 41, 1), { told: 41, concerned: 41, bounced: 1, unknown: 0, others: 0 }],
    ['an answer is missing', () => sent(40, { told: 39, unknown: 1 }), { told: 39, unknown: 1, others: 0 }],
    ['a mail was refused', () => sent(40, { told: 39, refused: 1 }), { told: 39, unknown: 0, others: 1 }],
    ['some were lost with their list', () => sent(40, { told: 38, lost: 2 }), { told: 38, others: 2 }],
  ])('needs a reason where %s', (_what, story, missing) => {
    expect(notReached(story().state())).toMatchObject(missing);
    expect(pointersOf(story().try(closing(null)))).toEqual(['/unreachedReason']);
  });

  it('needs none where all were told, nor where nobody has to be', () => {
    const whole = told(41, 41);
    expect(notReached(whole.state())).toBeNull();
    expect(whole.act(closing(null)).stage).toBe('CLOSED');
    expect(notReached(drafted().state())).toBeNull();
    const lowered = caseAt('BREACH');
    lowered.act(decision('unlikely'));
    lowered.act(commands['regime.exclude']);
    expect(lowered.act(closing(null)).stage).toBe('CLOSED');
  });

  it('takes the number concerned from the record where nobody said it while telling', () => {
    const story = drafted();
    story.act({ ...commands['record.change'], change: { persons: { amount: 'exact', count: 50 } } });
    story.act({ ...commands['persons.tell'], told: 41, concerned: null, bounced: 0 });
    expect(notReached(story.state())).toMatchObject({ told: 41, concerned: 50 });
  });
});
