import { describe, expect, it } from '@jest/globals';
import { owedBy } from '../../../domain/controllerCase/closing';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { notReached } from '../../../domain/controllerCase/notReached';
import { caseAt, commands, decision, exempting, list, NOW } from '../../fakes/caseStory';

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

describe('where everything came back, nobody was told (GDPR Art 34(1))', () => {
  const owed = (story: Story) => owedBy(story.state()).map(({ what }) => what);

  it('a case of a high risk owes the persons all the same, and no reason ends it', () => {
    const story = told(41, 41, 41);
    expect(owed(story)).toContain('persons');
    expect(pointersOf(story.try(closing('every address is dead')))).toContain('');
    story.act({ ...commands['persons.tell'], told: 40, concerned: 41, bounced: 0 });
    expect(owed(story)).not.toContain('persons');
  });

  it('it may be exempt: on ground c, once a public notice stands; not where somebody was reached', () => {
    const exempt = { ...commands['persons.exempt'], ground: 'c' as const, publicNotice: 'en première page du site' };
    const elsewhere = { publishedAt: NOW, publishedProof: 'capture' };
    const story = told(41, 41, 41);
    story.act(exempting('c'));
    expect(story.state().persons.state).toBe('TOLD');
    story.act({ ...exempt, ...elsewhere });
    expect([story.state().persons.state, owed(story).includes('persons')]).toEqual(['EXEMPT', false]);
    const reached = told(41, 41, 40);
    reached.act(exempting('c'));
    expect(reached.try({ ...exempt, ...elsewhere })).toMatchObject({ error: { code: 'state.refused' } });
  });

  it('what reached them before all are told anew counts no more, and does once somebody is', () => {
    const story = told(41, 41);
    story.act(commands['told.add']);
    story.act(commands['risk.score']);
    story.act({ ...decision('high'), toldAnew: 'everyone' });
    story.act(commands['persons.draft']);
    story.act({ ...commands['persons.tell'], told: 41, concerned: 41, bounced: 41 });
    expect([story.state().persons.state, owed(story).includes('persons')]).toEqual(['TOLD', true]);
    expect(personsAllow(story.state(), 'persons.exempt')).toBe(true);
    story.act({ ...commands['persons.tell'], told: 41, again: 41, concerned: 41, bounced: 0 });
    expect(owed(story)).not.toContain('persons');
  });

  it('after a lower risk nothing is owed to them any more', () => {
    const story = told(41, 41, 41);
    story.act(decision('risk'));
    expect(owed(story)).not.toContain('persons');
  });
});

it('the police may ask to wait before the risk is decided: a high risk is then owed behind the hold, which ends no case', () => {
  const story = caseAt('BREACH');
  story.act(commands['persons.hold']);
  expect(story.state().persons.state).toBe('ON_HOLD');
  story.act(decision('high'));
  expect(story.state().persons).toMatchObject({ state: 'ON_HOLD', hold: { before: 'REQUIRED' } });
  expect(owedBy(story.state()).map(({ what }) => what)).toContain('persons');
  story.act(commands['persons.resume']);
  expect(story.state().persons.state).toBe('REQUIRED');
});

it('a hold behind which nothing is owed keeps the case from ending all the same, by a word of its own', () => {
  const story = drafted();
  story.act(commands['persons.hold']);
  story.act(decision('risk'));
  const owed = () => owedBy(story.state()).map(({ what }) => what);
  expect(owed()).toEqual(['hold']);
  expect(story.try(closing(null))).toMatchObject({
    error: { issues: [{ pointer: '', message: 'telling the persons is on hold: resume it, nothing is owed to them' }] },
  });
  story.act(commands['persons.resume']);
  expect(owed()).toEqual([]);
});

it('where nobody was reached at a high risk, a reason leaves them neither untold nor without a reminder', () => {
  const story = told(41, 41, 41);
  const left = { ...commands['persons.tell'], told: 0, concerned: null, bounced: 0, proof: 'adresses mortes' };
  expect(story.try(left)).toMatchObject({
    error: { issues: [{ pointer: '/told', message: expect.stringMatching(/^everything came back/) }] },
  });
  story.act(decision('risk'));
  expect(story.act(left).persons.toReach).toBeNull();
});
