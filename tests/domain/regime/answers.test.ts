import { describe, expect, it } from '@jest/globals';
import { knownOf, RegimeAnswer, StageSent } from '../../../domain/regime/answer';
import { answerFaults } from '../../../domain/regime/answerFaults';
import { regimeOf, regimes } from '../../../domain/regime/catalogue';
import { FACTS } from '../../../domain/regime/facts';
import { screening } from '../../../domain/regime/screening';
import { RegimeId } from '../../../domain/regime/vocabulary';

const now = new Date('2026-11-29T12:00:00Z');
const answer = (own: Partial<RegimeAnswer>): RegimeAnswer => ({
  regime: 'dora',
  concerned: 'yes',
  reason: 'a payment institution',
  triggerAt: '2026-11-28T10:00:00Z',
  profileId: null,
  facts: {},
  ...own,
});
const faults = (own: Partial<RegimeAnswer>) => answerFaults(answer(own), now).map(({ pointer }) => pointer);

describe('an answer as it is kept', () => {
  it('holds the regime, whether it applies, why, from when, and its facts', () => {
    const kept = answer({ facts: { classifiedAt: '2026-11-28T12:00:00Z', noonRule: 'no' } });
    expect(RegimeAnswer.parse(kept)).toEqual(kept);
  });

  it('reads with its reason erased', () => {
    expect(RegimeAnswer.parse(answer({ reason: null })).reason).toBeNull();
  });

  it.each([
    ['an unknown regime', { regime: 'hipaa' }],
    ['an unknown answer', { concerned: 'maybe' }],
    ['an unknown field', { note: 'x' }],
    ['an unknown fact', { facts: { weather: 'bad' } }],
    ['a fact of another kind', { facts: { classifiedAt: 'yesterday' } }],
    ['a local time', { triggerAt: '2026-11-28T10:00:00+01:00' }],
  ])('refuses %s', (_name, own) => {
    expect(RegimeAnswer.safeParse({ ...answer({}), ...own }).success).toBe(false);
  });

  it('of what was sent the first counts, of what is repeated the newest', () => {
    const sent = (stage: string, sentAt: string, regime = 'dora') =>
      StageSent.parse({ regime, stage, sentAt, receipt: null, delayText: null });
    const all = [
      sent('initial', '2026-11-28T13:00:00Z'),
      sent('update', '2026-11-28T15:00:00Z'),
      sent('initial', '2026-11-28T14:00:00Z'),
      sent('update', '2026-11-28T16:00:00Z'),
      sent('final', '2026-11-28T16:00:00Z', 'nis2'),
    ];
    const expected = { initial: '2026-11-28T13:00:00Z', update: '2026-11-28T16:00:00Z' };
    expect(knownOf(answer({}), all).sent).toEqual(expected);
    expect(knownOf(answer({}), all.toReversed()).sent).toEqual(expected);
  });
});

describe('an answer as it is entered', () => {
  it('is taken when it says what it must', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ concerned: 'no', triggerAt: null })).toEqual([]);
    expect(faults({ concerned: 'unknown', triggerAt: null, reason: null })).toEqual([]);
    expect(faults({ facts: { classifiedAt: '2026-11-28T12:00:00Z' } })).toEqual([]);
  });

  it.each([
    ['yes, without the instant that it counts from', { triggerAt: null }, '/triggerAt'],
    ['no, without a reason', { concerned: 'no', reason: null }, '/reason'],
    ['no, with a blank reason', { concerned: 'no', reason: '  ' }, '/reason'],
    ['a trigger that is yet to come', { triggerAt: '2026-11-30T10:00:00Z' }, '/triggerAt'],
    ['a slip in the year', { triggerAt: '0202-11-28T10:00:00Z' }, '/triggerAt'],
    ['a fact of another regime', { facts: { theft: 'yes' } }, '/facts/theft'],
    ['classified before awareness', { facts: { classifiedAt: '2026-11-28T09:00:00Z' } }, '/facts/classifiedAt'],
    ['classified tomorrow', { facts: { classifiedAt: '2026-11-30T09:00:00Z' } }, '/facts/classifiedAt'],
    ['the law of another jurisdiction', { profileId: 'FR-2023-04-24' }, '/profileId'],
    ['a law that nobody knows', { profileId: 'EU-1995' }, '/profileId'],
    [
      'a policy shorter than the law',
      { regime: 'insuranceNotice', facts: { policyWorkingDays: 4 } },
      '/facts/policyWorkingDays',
    ],
    ['a policy of years', { regime: 'insuranceNotice', facts: { policyWorkingDays: 900 } }, '/facts/policyWorkingDays'],
    ['before it was law', { regime: 'craIncident', triggerAt: '2026-09-01T10:00:00Z' }, '/triggerAt'],
    ['a limit years ahead', { regime: 'aiAct', facts: { dueAt: '2036-11-30T10:00:00Z' } }, '/facts/dueAt'],
  ] as const)('is refused at its field: %s', (_name, own, pointer) => {
    expect([...new Set(faults(own))]).toContain(pointer);
    expect(faults(own).every((one) => one === pointer)).toBe(true);
  });

  it('a theft may be told within two working days by the policy', () => {
    expect(faults({ regime: 'insuranceNotice', facts: { theft: 'yes', policyWorkingDays: 2 } })).toEqual([]);
  });

  it('says every fault at once', () => {
    expect(faults({ triggerAt: null, facts: { theft: 'yes', classifiedAt: '2026-11-30T09:00:00Z' } })).toEqual([
      '/triggerAt',
      '/facts/theft',
      '/facts/classifiedAt',
    ]);
  });
});

describe('screening', () => {
  const at = '2026-11-28T10:00:00Z';
  const no = (regime: RegimeId) => answer({ regime, concerned: 'no', triggerAt: null });

  it('asks of every regime that is law, before the case is closed', () => {
    expect(screening([], at)).toEqual({ unanswered: RegimeId.options, running: [], notConcerned: [] });
  });

  it('"unknown" is no answer yet; of one regime the newest answer counts', () => {
    const answers = [
      answer({}),
      no('nis2'),
      answer({ regime: 'eidas', concerned: 'unknown' }),
      no('dora'),
      answer({ regime: 'nis2' }),
    ];
    const { unanswered, running, notConcerned } = screening(answers, at);
    expect([running, notConcerned]).toEqual([['nis2'], ['dora']]);
    expect(unanswered).toEqual(RegimeId.options.filter((id) => id !== 'nis2' && id !== 'dora'));
  });

  it('nothing is unanswered once every question is answered', () => {
    expect(screening(RegimeId.options.map(no), at).unanswered).toEqual([]);
  });

  it('does not ask of what was not law then', () => {
    const { unanswered } = screening([], '2023-01-15T10:00:00Z');
    const later = ['nis2', 'dora', 'craVulnerability', 'craIncident', 'insuranceComplaint'];
    expect(unanswered).toEqual(RegimeId.options.filter((id) => !later.includes(id)));
  });
});

describe('the catalogue', () => {
  it('holds every regime once, in the order of the vocabulary', () => {
    expect(regimes.map(({ id }) => id)).toEqual(RegimeId.options);
    for (const id of RegimeId.options) expect(regimeOf(id).id).toBe(id);
  });

  it('every fact is taken by some regime, and a stage depends only on facts of its own', () => {
    expect([...new Set(regimes.flatMap(({ facts }) => facts))].toSorted()).toEqual(Object.keys(FACTS).toSorted());
    for (const { id, facts, stages } of regimes) {
      const used = stages.flatMap(({ from, orSooner, when, orLonger, noon, limit }) => [
        ...[from, orSooner?.from].filter((one) => typeof one === 'string' && one !== 'triggerAt'),
        ...(when === undefined ? [] : ['fact' in when ? when.fact : 'classifiedAt']),
        ...(orLonger === undefined ? [] : [orLonger]),
        ...(noon === true ? ['noonRule'] : []),
        ...(limit === 'set' ? ['dueAt'] : []),
      ]);
      expect([id, [...new Set(used)].toSorted()]).toEqual([id, [...facts].toSorted()]);
    }
  });

  it('a stage that follows another names one of the same regime', () => {
    for (const { stages } of regimes) {
      const ids = stages.map(({ id }) => id);
      for (const { from } of stages) {
        if (typeof from === 'object') expect(from.sent.every((id) => ids.includes(id))).toBe(true);
      }
    }
  });
});
