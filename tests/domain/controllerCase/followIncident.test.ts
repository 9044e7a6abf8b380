import { describe, expect, it } from '@jest/globals';
import { awaitsReassessment } from '../../../domain/controllerCase/case';
import { ownBreach } from '../../../domain/controllerCase/ownBreach';
import { authorityLimit } from '../../../domain/controllerCase/term';
import { commands as caseCommands } from '../../fakes/caseStory';
import { AWARE, commands, DETECTED, people } from '../../fakes/incidentStory';
import { createOwnStory, declared, known, ours } from '../../fakes/ownCaseStory';

const EARLIER = '2026-05-13T19:00:00.000Z';
const LATER = '2026-05-13T20:30:00.000Z';

/** A suspicion that counts from the detection at 08:00. */
function suspected() {
  const story = declared();
  story.incident.act(ours.suspect);
  story.follow();
  return story;
}

describe('what an incident says of our own processing (domain rules 7.1, 7.2)', () => {
  it('is nothing before a clock runs, and nothing where only a controller’s data are touched', () => {
    expect(ownBreach(createOwnStory().incident.state())).toBeNull();
    const theirs = declared();
    theirs.incident.act(commands['aware.set']);
    expect(ownBreach(theirs.incident.state())).toBeNull();
    expect(theirs.follow()).toEqual([]);
  });

  it.each(['controller', 'both'] as const)('is ours where our part under an agreement is "%s"', (role) => {
    const story = declared();
    story.incident.act({ ...commands['aware.set'], touched: [{ agreementId: 'g1', role }] });
    expect(ownBreach(story.incident.state())).toMatchObject({ status: 'confirmed', t0: AWARE });
  });

  it('runs from the receipt of a sub-processor’s certain notice, before anybody has declared (E5, 7.5)', () => {
    const story = createOwnStory();
    story.incident.act({ ...commands['subNotice.receive'], touched: [], ownProcessing: true });
    story.follow();
    expect(story.state().clock).toMatchObject({ status: 'provisional', t0: commands['subNotice.receive'].receivedAt });
  });
});

describe('the 72 hours of our own breach', () => {
  it('run from the awareness, not from the detection that a contract may count from (Art 33(1))', () => {
    const one = known().state();
    expect(one).toMatchObject({
      stage: 'BREACH',
      nature: ['confidentiality'],
      clock: { status: 'confirmed', t0: AWARE },
    });
    expect(authorityLimit(one)?.strict).toBe('2026-05-16T20:00:00.000Z');
    expect(one.qualified?.reason).toBe(ours.aware.why);
  });

  it('run provisionally from a suspicion, and bind from there once it is confirmed later', () => {
    const story = suspected();
    expect(story.state()).toMatchObject({ stage: 'RECEIVED', clock: { status: 'provisional', t0: DETECTED } });
    story.incident.act(ours.aware);
    story.follow();
    expect(story.state()).toMatchObject({
      stage: 'BREACH',
      clock: { status: 'confirmed', t0: DETECTED, awareAt: AWARE },
    });
  });

  it('move to the later awareness with the two voices that the incident has heard, and no third (invariant 4)', () => {
    const story = suspected();
    story.incident.act(ours.aware, people.dpo);
    expect(story.incident.yes(people.director)).toMatchObject({ ok: true });
    story.follow();
    expect(story.state().clock).toMatchObject({ t0: AWARE, awareAt: AWARE });
    expect(story.state().approvals).toEqual([]);
    expect(story.state().clockHistory.at(-1)).toMatchObject({ type: 'case.followed', before: { t0: DETECTED } });
  });

  it('move earlier at once', () => {
    const story = known();
    story.incident.act(commands['aware.correct'], people.manager);
    story.incident.yes(people.oncall);
    story.follow();
    expect(story.state().clock).toMatchObject({ t0: EARLIER, awareAt: EARLIER });
  });

  it('keep an earlier instant that somebody gave in the case, whatever two approve at the incident', () => {
    const story = known();
    story.act({ ...caseCommands['aware.correct'], awareAt: EARLIER });
    story.yes(people.director);
    story.incident.act({ ...commands['aware.correct'], awareAt: LATER }, people.dpo);
    story.incident.yes(people.director);
    story.follow();
    expect(story.state().clock.t0).toBe(EARLIER);
  });

  it('keep a later instant that DPO and management gave in the case while the incident stays where it was', () => {
    const story = known();
    story.act({ ...caseCommands['aware.correct'], awareAt: LATER });
    story.yes(people.director);
    story.incident.act({ ...commands['facts.record'], natureAdded: ['integrity'] });
    expect(story.follow()).toContain('case.followed');
    expect(story.state().clock).toMatchObject({ t0: LATER, awareAt: LATER });
  });
});

describe('nature', () => {
  it('grows with the incident, and the risk is looked at again', () => {
    const story = known();
    story.act(caseCommands['risk.score']);
    story.act(caseCommands['risk.decide'], people.director);
    story.incident.act({ ...commands['facts.record'], natureAdded: ['integrity'] });
    story.follow();
    expect(story.state().nature).toEqual(['confidentiality', 'integrity']);
    expect(story.state().record.natures).toEqual(['confidentiality', 'integrity']);
    expect(awaitsReassessment(story.state())).toBe(true);
  });

  it('that a person gave in the case stays; what is new at the incident is added', () => {
    const story = suspected();
    story.act({ ...caseCommands.qualify, nature: ['availability'] });
    story.incident.act({ ...commands['facts.record'], natureAdded: ['integrity'] });
    story.follow();
    expect(story.state().nature).toEqual(['availability', 'integrity']);
  });
});

describe('ruled out at the incident', () => {
  it('a suspicion ends in its case too, by the DPO’s word', () => {
    const story = suspected();
    story.incident.act(commands['breach.ruleOut'], people.dpo);
    story.follow();
    const one = story.state();
    expect(one).toMatchObject({ stage: 'NOT_A_BREACH', clock: { status: 'cancelled' } });
    expect(one.ruledOut).toMatchObject({ evidenceRefs: ['EV-1'], reason: 'données fictives' });
    expect(authorityLimit(one)).toBeNull();
  });

  it('a breach ends once two have approved it there, not before', () => {
    const story = known();
    story.incident.act(commands['breach.ruleOut'], people.dpo);
    expect(story.follow()).toEqual([]);
    story.incident.yes(people.manager);
    story.follow();
    expect(story.state().stage).toBe('NOT_A_BREACH');
  });

  it('leaves a case that somebody has found to be a breach while the incident only suspected one', () => {
    const story = suspected();
    story.act(caseCommands.qualify);
    story.incident.act(commands['breach.ruleOut'], people.dpo);
    story.follow();
    expect(story.state()).toMatchObject({
      stage: 'BREACH',
      clock: { status: 'confirmed' },
      followed: { status: 'cancelled' },
    });
  });

  it('and suspected again: the same case runs again, from the instant that bound before', () => {
    const story = known();
    story.incident.act(commands['breach.ruleOut'], people.dpo);
    story.incident.yes(people.manager);
    story.follow();
    story.incident.act(ours.suspect);
    story.follow();
    expect(story.state()).toMatchObject({ stage: 'RECEIVED', ruledOut: null, clock: { status: 'provisional' } });
    story.incident.act(ours.aware);
    story.follow();
    expect(story.state()).toMatchObject({ stage: 'BREACH', clock: { status: 'confirmed' } });
    expect(story.state().told.map(({ kind }) => kind)).toEqual(['notice', 'withdrawal', 'suspicion', 'notice']);
  });

  it('what two ruled out in the case alone is not revived by another nature, but by a new suspicion', () => {
    const story = known();
    story.act(caseCommands.ruleOut);
    story.yes(people.director);
    const before = story.state();
    story.incident.act({ ...commands['facts.record'], natureAdded: ['integrity'] });
    story.follow();
    expect(story.state()).toMatchObject({
      stage: 'NOT_A_BREACH',
      ruledOut: before.ruledOut,
      clock: before.clock,
    });
    expect(before.clock).toMatchObject({ status: 'cancelled' });
    expect(before.ruledOut).not.toBeNull();
    story.incident.act(commands['breach.ruleOut'], people.dpo);
    story.incident.yes(people.manager);
    story.follow();
    story.incident.act(ours.suspect);
    story.follow();
    expect(story.state()).toMatchObject({ stage: 'RECEIVED', clock: { status: 'provisional' } });
  });
});

describe('a suspicion that was ruled out in the case alone', () => {
  it('and then confirmed at the incident: the same case runs again (Art 33(1))', () => {
    const story = suspected();
    story.act(caseCommands.ruleOut);
    story.yes(people.director);
    expect(story.state()).toMatchObject({ stage: 'NOT_A_BREACH', clock: { status: 'cancelled' } });
    story.incident.act(ours.aware);
    story.follow();
    expect(story.state()).toMatchObject({ stage: 'BREACH', ruledOut: null, clock: { status: 'confirmed' } });
    expect(authorityLimit(story.state())).not.toBeNull();
  });
});

describe('two readings of an incident', () => {
  it('that arrive in the wrong order leave the newer one', () => {
    const story = known();
    const { incidentSeq: _seq, byId: _by, at: _at, seq: _own, ...before } = story.state().followed ?? never();
    story.incident.act({ ...commands['facts.record'], natureAdded: ['integrity'] });
    story.follow();
    story.put({ type: 'case.followed', values: { ...before, incidentSeq: 1 } });
    expect(story.state().nature).toEqual(['confidentiality', 'integrity']);
  });
});

function never(): never {
  throw new Error('it follows nothing');
}
