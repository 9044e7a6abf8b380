import { describe, expect, it } from '@jest/globals';
import { processorDue } from '../../../domain/deadline/breachClock';
import type { Incident } from '../../../domain/incident/incident';
import { AWARE, commands, createStory, DETECTED, people, storyAt } from '../../fakes/incidentStory';

const breachNotice = { hours: 24, from: 'awareness', confidentialityFromDetection: true } as const;
const dueOf = ({ clock }: Incident) => processorDue(clock, { breachNotice });
const dayAfter = (instant: string) => new Date(Date.parse(instant) + 86_400_000).toISOString();
const availability = { ...commands['aware.set'], nature: ['availability' as const] };
const hour = (hours: number) => new Date(Date.parse(DETECTED) + hours * 3_600_000).toISOString();

describe('a provisional clock (domain rules 3.3)', () => {
  it('runs as soon as personal data may be touched', () => {
    expect(dueOf(storyAt('INCIDENT').state())).toBeNull();
    expect(dueOf(storyAt('BREACH_SUSPECTED').state())).toEqual({
      t0: DETECTED,
      dueAt: dayAfter(DETECTED),
      provisional: true,
    });
  });

  it('K6: nature C, detection governs; nature A, awareness does', () => {
    const c = storyAt('INCIDENT');
    expect(dueOf(c.act(commands['aware.set']))?.dueAt).toBe(dayAfter(DETECTED));
    const a = storyAt('INCIDENT');
    expect(dueOf(a.act(availability))?.dueAt).toBe(dayAfter(AWARE));
  });

  it('keeps the earlier limit under a later awareness until a second person approves it', () => {
    const story = storyAt('BREACH_SUSPECTED');
    expect(dueOf(story.act(availability, people.oncall))).toMatchObject({
      dueAt: dayAfter(DETECTED),
      provisional: false,
    });
    expect(story.yes(people.oncall)).toMatchObject({ error: { code: 'approval.samePerson' } });
    expect(dueOf(story.state())?.dueAt).toBe(dayAfter(DETECTED));
    expect(story.yes(people.manager).ok).toBe(true);
    expect(dueOf(story.state())?.dueAt).toBe(dayAfter(AWARE));
  });

  it('may be let go later too, when the first request has run out', () => {
    const story = storyAt('BREACH_SUSPECTED');
    story.act(availability, people.oncall);
    const later = new Date('2026-05-14T01:00:01.000Z');
    expect(story.yes(people.manager, { now: later })).toMatchObject({ error: { code: 'approval.expired' } });
    story.act(commands['clock.release'], people.oncall, { now: later });
    expect(story.yes(people.manager, { now: later }).ok).toBe(true);
    expect(dueOf(story.state())?.dueAt).toBe(dayAfter(AWARE));
  });

  it('has nothing to let go where nothing earlier is kept', () => {
    expect(storyAt('BREACH').try(commands['clock.release'])).toMatchObject({ error: { code: 'input.invalid' } });
  });

  it('is cancelled when the breach is ruled out, and remembers when it began', () => {
    const story = storyAt('BREACH_SUSPECTED');
    expect(dueOf(story.act(commands['breach.ruleOut'], people.dpo))).toBeNull();
    const renewed = createStory();
    for (const kind of ['triage.start', 'incident.declare'] as const) renewed.act(commands[kind]);
    renewed.act({ ...commands['breach.suspect'], t0: '2026-05-13T07:55:00.000Z' });
    renewed.act(commands['breach.ruleOut'], people.dpo);
    expect(dueOf(renewed.act(commands['breach.suspect']))?.t0).toBe('2026-05-13T07:55:00.000Z');
  });

  it('keeps the first t0 for an awareness after a cancelled suspicion, unless two approve', () => {
    const story = storyAt('BREACH_SUSPECTED');
    story.act(commands['breach.ruleOut'], people.dpo);
    expect(dueOf(story.act(availability, people.manager))?.t0).toBe(DETECTED);
    story.yes(people.dpo);
    expect(dueOf(story.state())?.t0).toBe(AWARE);
  });

  it('is brought forward by one person, never back', () => {
    const story = storyAt('BREACH_SUSPECTED');
    const extend = (t0: string) => ({ ...commands['breach.extend'], t0 });
    expect(story.try(extend(DETECTED))).toMatchObject({ error: { issues: [{ pointer: '/t0' }] } });
    expect(dueOf(story.act(extend('2026-05-13T07:53:00.000Z')))?.t0).toBe('2026-05-13T07:53:00.000Z');
    expect(story.state().touched.map(({ agreementId }) => agreementId)).toEqual(['g1', 'g2']);
  });
});

describe('a correction (aware.correct)', () => {
  const correct = commands['aware.correct'];

  it('earlier: a second person, and the old value is kept', () => {
    const story = storyAt('INCIDENT');
    story.act(availability);
    story.act({ ...correct, nature: ['availability'] }, people.oncall);
    expect(dueOf(story.state())?.t0).toBe(AWARE);
    story.yes(people.manager);
    expect(dueOf(story.state())?.t0).toBe(hour(11));
    expect(story.state().clockHistory.at(-1)).toMatchObject({
      before: { awareAt: AWARE },
      after: { awareAt: hour(11) },
    });
  });

  it.each([
    ['a later awareness', { ...correct, awareAt: hour(12.5) }],
    ['a later detection', { ...correct, awareAt: AWARE, detectedAt: hour(1) }],
    ['confidentiality taken out of the nature', { ...correct, awareAt: AWARE, nature: ['availability' as const] }],
  ])('later (%s): DPO and DIR, nobody else', (_what, command) => {
    const story = storyAt('BREACH');
    story.act(command, people.oncall);
    story.yes(people.manager);
    expect(story.state().clock.changedAt).toBe(storyAt('BREACH').state().clock.changedAt);
    story.yes(people.dpo);
    expect(dueOf(story.state())).toEqual(dueOf(storyAt('BREACH').state()));
    expect(story.yes(people.director).ok).toBe(true);
    expect(story.state().clock).toMatchObject({ awareAt: command.awareAt, detectedAt: command.detectedAt });
  });

  it('of a suspicion states the awareness: it is a breach then', () => {
    const story = storyAt('BREACH_SUSPECTED');
    story.act(correct, people.dpo);
    story.yes(people.director);
    expect(story.state()).toMatchObject({ stage: 'BREACH', clock: { provisionalT0: hour(11), awareAt: hour(11) } });
  });

  it('that two persons ask for alike does not wait: asking the same is approving', () => {
    const story = storyAt('INCIDENT');
    story.act(availability);
    const command = { ...correct, nature: ['availability' as const] };
    story.act(command, people.oncall);
    story.act({ ...command, reason: 'en d’autres mots' }, people.manager);
    expect(dueOf(story.state())?.t0).toBe(hour(11));
  });
});

describe('one person for two (invariant 14)', () => {
  const breakGlassReason = 'personne ne répond, 3 h du matin';

  it('moves a clock earlier, never later', () => {
    const story = storyAt('INCIDENT');
    story.act(availability);
    const earlier = { ...commands['aware.correct'], nature: ['availability' as const], breakGlassReason };
    expect(story.try({ ...earlier, awareAt: hour(12.5) }, people.oncall)).toMatchObject({
      error: { issues: [{ pointer: '/breakGlassReason' }] },
    });
    expect(dueOf(story.act(earlier, people.oncall))?.t0).toBe(hour(11));
  });

  it('stands in the journal until DPO or DIR, and not the same person, has reviewed it', () => {
    const story = storyAt('TRIAGE');
    const dpoOnCall = { id: 'p-dpo', roles: ['DPO' as const] };
    story.act({ ...commands['event.dismiss'], personalDataOnSystem: true, breakGlassReason }, dpoOnCall);
    expect(story.state().breakGlasses).toMatchObject([
      { seq: 3, command: 'event.dismiss', reason: breakGlassReason, reviewed: null },
    ]);
    expect(story.try(commands['breakGlass.review'], dpoOnCall)).toMatchObject({
      error: { code: 'approval.samePerson' },
    });
    expect(story.act(commands['breakGlass.review'], people.director).breakGlasses).toMatchObject([
      { reviewed: { byId: 'p-director' } },
    ]);
    expect(story.try(commands['breakGlass.review'], people.director)).toMatchObject({
      error: { issues: [{ pointer: '/breakGlassSeq' }] },
    });
  });
});
