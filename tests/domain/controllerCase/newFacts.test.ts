import { describe, expect, it } from '@jest/globals';
import { awaitsReassessment, authorityRegion } from '../../../domain/controllerCase/case';
import type { CaseCommandOf } from '../../../domain/controllerCase/commands';
import { decideCase } from '../../../domain/controllerCase/decide';
import { isFollowed } from '../../../domain/controllerCase/nextMilestone';
import { authorityLimit, openLimit } from '../../../domain/controllerCase/term';
import { caseAt, commands, createCaseStory, decision, LIMIT, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

type Telling = CaseCommandOf<'told.add'>['tellingKind'];
const told = (tellingKind: Telling, receivedAt = NOW) => ({ ...commands['told.add'], tellingKind, receivedAt });
const NEWS: Telling[] = ['suspicion', 'notice', 'supplement'];
const NO_NEWS: Telling[] = ['withdrawal', 'report'];
const EARLIER = '2026-03-10T12:50:00.000Z';

/** Ruled out by two, and closed as no breach. */
function closedAsNone() {
  const story = caseAt('NOT_A_BREACH');
  story.act(commands['case.close']);
  return story;
}

describe('new facts on a case that was ruled out or closed (domain rules 3.3, 7.4; E1, E5)', () => {
  it.each(NEWS)('NOT_A_BREACH, told a %s: received again, and the clock runs from the instant that bound', (kind) => {
    const story = caseAt('NOT_A_BREACH');
    const one = story.act(told(kind));
    expect(one).toMatchObject({
      stage: 'RECEIVED',
      ruledOut: null,
      clock: { status: 'provisional', t0: RECEIVED, awareAt: null },
    });
    expect(one.clockHistory.at(-1)).toMatchObject({ type: 'case.told', before: { status: 'cancelled', t0: RECEIVED } });
    expect(openLimit(one)?.strict).toBe(LIMIT);
  });

  it.each(NEWS)('CLOSED as no breach, told a %s: received again, and followed', (kind) => {
    const one = closedAsNone().act(told(kind));
    expect(one).toMatchObject({ stage: 'RECEIVED', closed: null, clock: { status: 'provisional', t0: RECEIVED } });
    expect(openLimit(one)?.strict).toBe(LIMIT);
    expect(isFollowed(one)).toBe(true);
  });

  it.each(NEWS)('CLOSED as a breach, told a %s: a breach again, whose decision is overtaken', (kind) => {
    const one = caseAt('CLOSED').act(told(kind));
    expect(one).toMatchObject({ stage: 'BREACH', closed: null, clock: { status: 'confirmed', t0: RECEIVED } });
    expect(awaitsReassessment(one)).toBe(true);
    expect(openLimit(one)?.strict).toBe(LIMIT);
  });

  it.each(NO_NEWS)('a %s leaves both where they are', (kind) => {
    expect(caseAt('NOT_A_BREACH').act(told(kind))).toMatchObject({
      stage: 'NOT_A_BREACH',
      clock: { status: 'cancelled' },
    });
    expect(caseAt('CLOSED').act(told(kind)).stage).toBe('CLOSED');
  });

  it('a case closed as no breach and opened anew runs from the instant that bound', () => {
    const one = closedAsNone().act(commands['case.reopen']);
    expect(one).toMatchObject({ stage: 'RECEIVED', ruledOut: null, clock: { status: 'provisional', t0: RECEIVED } });
    expect(one.clockHistory.at(-1)).toMatchObject({ type: 'case.reopened', before: { status: 'cancelled' } });
    expect(openLimit(one)?.strict).toBe(LIMIT);
  });

  it('the limit moves to the later knowledge with the DPO and management, in one step', () => {
    const story = caseAt('NOT_A_BREACH');
    story.act(told('notice'));
    story.act({ ...commands['aware.correct'], awareAt: NOW }, people.dpo);
    expect(story.yes(people.director).ok).toBe(true);
    expect(story.state().clock).toMatchObject({ status: 'provisional', t0: NOW, awareAt: null });
    story.act(commands.qualify, people.dpo);
    expect(story.state().clock).toMatchObject({ status: 'confirmed', t0: NOW, awareAt: NOW });
  });

  it('what is told of an exercise that has ended does not begin it anew', () => {
    const story = caseAt('CLOSED');
    const around = { ...story.around(people.oncall, NOW), exerciseEnded: true };
    expect(decideCase(story.state(), told('notice'), around)).toMatchObject({
      ok: false,
      error: { issues: [{ message: 'its exercise has ended' }] },
    });
  });
});

describe('what was received earlier than what opened the case (E5)', () => {
  it.each(NEWS)('a %s moves the clock earlier, and the history says so', (kind) => {
    const one = createCaseStory().act(told(kind, EARLIER));
    expect(one.clock).toMatchObject({ status: 'confirmed', t0: EARLIER, awareAt: EARLIER });
    expect(one.clockHistory).toMatchObject([{ type: 'case.told', before: { t0: RECEIVED }, after: { t0: EARLIER } }]);
    expect(authorityLimit(one)?.strict).toBe('2026-03-13T12:50:00.000Z');
  });

  it('the same facts give the same limit, whichever was keyed in first', () => {
    const first = createCaseStory(opening({ receivedAt: EARLIER })).act(told('supplement', RECEIVED));
    const last = createCaseStory(opening({ receivedAt: RECEIVED })).act(told('supplement', EARLIER));
    expect(authorityLimit(last)).toEqual(authorityLimit(first));
  });

  it.each(NO_NEWS)('a %s moves nothing', (kind) => {
    const one = createCaseStory().act(told(kind, EARLIER));
    expect(one).toMatchObject({ clock: { t0: RECEIVED }, clockHistory: [] });
  });

  it('what came later moves nothing', () => {
    expect(createCaseStory().act(told('supplement', NOW))).toMatchObject({ clock: { t0: RECEIVED }, clockHistory: [] });
  });
});

describe('a decision that no authority need be told, overtaken by new facts', () => {
  it('keeps no limit off: it is owed until the risk is decided again', () => {
    const story = caseAt('BREACH');
    story.act(decision('unlikely'));
    expect(openLimit(story.state())).toBeNull();
    expect(authorityRegion(story.act(told('supplement')))).toBe('PENDING');
    expect(openLimit(story.state())?.strict).toBe(LIMIT);
    story.act(commands['risk.score']);
    expect(authorityRegion(story.act(decision('unlikely')))).toBe('NOT_REQUIRED');
  });

  it.each(NO_NEWS)('a %s is looked at, and keeps it', (kind) => {
    const story = caseAt('BREACH');
    story.act(decision('unlikely'));
    expect(awaitsReassessment(story.act(told(kind)))).toBe(true);
    expect(authorityRegion(story.state())).toBe('NOT_REQUIRED');
  });
});

describe('entries of before', () => {
  const values = {
    kind: 'notice' as const,
    receivedAt: EARLIER,
    reference: null,
    version: 2,
    envelopeHash: null,
    from: 'Prestataire',
    text: 'Quarante foyers.',
    source: null,
  };
  const old = { type: 'case.told', values } as const;

  it.each(['RECEIVED', 'BREACH', 'NOT_A_BREACH', 'CLOSED'] as const)('what was told in %s reads as it did', (stage) => {
    const story = caseAt(stage);
    const before = story.state();
    const after = story.write(old);
    expect(after).toMatchObject({ stage, clock: before.clock, clockHistory: before.clockHistory });
    expect(authorityRegion(after)).toBe(authorityRegion(before));
  });

  it('a case that was reopened stands as it stood', () => {
    const story = closedAsNone();
    const after = story.write({ type: 'case.reopened', values: { reason: 'encore' } });
    expect(after).toMatchObject({ stage: 'RECEIVED', clock: { status: 'cancelled' } });
  });
});
