import { describe, expect, it } from '@jest/globals';
import { isSettled } from '../../../domain/regime/stages';
import { RegimeId } from '../../../domain/regime/vocabulary';
import { dues, iso, stage, stages } from './known';

/** Thursday 24 December 2026, 17:00 in Paris. */
const triggerAt = '2026-12-24T16:00:00Z';

describe('eIDAS', () => {
  it('24 h to the supervisor and the persons, Christmas or not; to the public where it is in its interest', () => {
    const day = [iso('2026-12-25T16:00Z'), iso('2026-12-25T17:00Z')];
    expect(dues('eidas', { triggerAt })).toEqual({ notification: day, persons: day });
    expect(dues('eidas', { triggerAt, facts: { publicInterest: 'yes' } })).toHaveProperty('public', day);
  });
});

describe('ePrivacy, Regulation 611/2013', () => {
  it('24 h from detection, then three days for what is missing, to the end of the third', () => {
    const sent = { initial: '2026-12-25T10:00:00Z' };
    expect(dues('eprivacy', { triggerAt, sent })).toEqual({
      initial: [iso('2026-12-25T16:00Z'), iso('2026-12-25T17:00Z')],
      second: [iso('2026-12-28T23:00Z'), iso('2026-12-29T23:00Z')], // two working days after Christmas (art. 3(5))
      persons: [null, null],
    });
  });

  it('three days that end on a Sunday: strictly then, by the Regulation on Monday', () => {
    const sent = { initial: '2026-03-12T10:00:00Z' };
    const known = { triggerAt: '2026-03-11T12:00:00Z', sent };
    expect(dues('eprivacy', known)).toMatchObject({ second: [iso('2026-03-15T23:00Z'), iso('2026-03-16T23:00Z')] });
  });

  it('nothing more where nothing was missing; reasons where it still is', () => {
    expect(stage('eprivacy', 'second', { triggerAt, facts: { itemsMissing: 'no' } })).toBeUndefined();
    const sent = { initial: triggerAt, second: '2026-12-28T10:00:00Z' };
    expect(stage('eprivacy', 'justification', { triggerAt, sent })).toBeUndefined();
    const still = { triggerAt, facts: { stillMissing: 'yes' }, sent } as const;
    expect(stage('eprivacy', 'justification', still)?.state).toBe('open');
  });

  it('persons are told unless the data are unintelligible', () => {
    expect(stage('eprivacy', 'persons', { triggerAt })?.state).toBe('open');
    expect(stage('eprivacy', 'persons', { triggerAt, facts: { unintelligible: 'yes' } })).toBeUndefined();
  });
});

describe('health, public health code', () => {
  it('without delay, no number: open until it was sent', () => {
    expect(stages('healthIncident', { triggerAt })).toMatchObject([{ id: 'report', dueAt: null, state: 'open' }]);
    expect(stages('healthIncident', { triggerAt, sent: { report: triggerAt } }).every(isSettled)).toBe(true);
  });
});

describe('United Kingdom', () => {
  it('72 h, elapsed, no count by Regulation 1182/71', () => {
    expect(dues('ukGdpr', { triggerAt })).toEqual({
      notification: [iso('2026-12-27T16:00Z'), null],
      persons: [null, null],
    });
    expect(stage('ukGdpr', 'persons', { triggerAt, facts: { highRisk: 'no' } })).toBeUndefined();
  });

  it('telecoms: 72 h since 20 August 2025, 24 h before', () => {
    const due = (at: string) => stage('ukTelecom', 'notification', { triggerAt: at })?.dueAt;
    expect(due('2026-12-24T16:00:00Z')).toBe(iso('2026-12-27T16:00Z'));
    expect(due('2025-08-19T12:00:00Z')).toBe(iso('2025-08-20T12:00Z'));
  });
});

describe('cyber resilience', () => {
  it('24 h, 72 h; a vulnerability is reported on 14 days after a fix is available', () => {
    expect(dues('craVulnerability', { triggerAt, facts: { fixAvailableAt: '2026-12-26T10:00:00Z' } })).toEqual({
      earlyWarning: [iso('2026-12-25T16:00Z'), iso('2026-12-25T17:00Z')],
      notification: [iso('2026-12-27T16:00Z'), iso('2026-12-27T17:00Z')],
      final: [iso('2027-01-09T23:00Z'), iso('2027-01-11T23:00Z')],
    });
  });

  it('the case stays open while a fix is awaited', () => {
    const sent = { earlyWarning: triggerAt, notification: triggerAt };
    expect(stage('craVulnerability', 'final', { triggerAt, sent })?.state).toBe('waiting');
    expect(stages('craVulnerability', { triggerAt, sent }).every(isSettled)).toBe(false);
  });

  it('an incident is reported on a month after its notification, clamped', () => {
    const known = { triggerAt: '2027-01-29T10:00:00Z', sent: { notification: '2027-01-31T10:00:00Z' } };
    expect(dues('craIncident', known)).toMatchObject({ final: [iso('2027-02-28T23:00Z'), iso('2027-03-01T23:00Z')] });
  });

  it('was not law before 11 September 2026', () => {
    expect(stages('craIncident', { triggerAt: '2026-09-10T21:59:59Z' })).toEqual([]);
    expect(stages('craIncident', { triggerAt: '2026-09-10T22:00:00Z' })).toHaveLength(3);
  });
});

describe('insurance', () => {
  it('f.l12_10_1: a complaint in 72 elapsed hours from knowing of the attack, over Christmas', () => {
    expect(dues('insuranceComplaint', { triggerAt })).toEqual({ complaint: [iso('2026-12-27T16:00Z'), null] });
  });

  it.each([
    ['five working days', { theft: 'no' }, '2026-05-15T22:00Z'],
    ['two for a theft', { theft: 'yes' }, '2026-05-11T22:00Z'],
    ['two while nobody knows whether it is one', {}, '2026-05-11T22:00Z'],
    ['what the policy gives above that', { theft: 'no', policyWorkingDays: 6 }, '2026-05-18T22:00Z'],
    ['never fewer than the law', { theft: 'no', policyWorkingDays: 1 }, '2026-05-15T22:00Z'],
  ] as const)('f.l113_2: %s, from Wednesday 6 May 2026', (_name, facts, dueAt) => {
    expect(dues('insuranceNotice', { triggerAt: '2026-05-06T10:00:00Z', facts })).toEqual({
      notice: [iso(dueAt), null],
    });
  });
});

describe('regimes that are only pointed out', () => {
  const identified = ['aiAct', 'vitalOperator', 'psd2', 'publicOfficial', 'worksCouncil', 'marketAbuse'] as const;

  it.each(identified)('%s: open, until a person sets its clock', (id) => {
    expect(stages(id, { triggerAt })).toMatchObject([{ id: 'report', dueAt: null, state: 'open' }]);
    const facts = { dueAt: '2026-12-26T10:00:00Z' };
    expect(stage(id, 'report', { triggerAt, facts })).toMatchObject({
      dueAt: facts.dueAt,
      reg1182: null,
      state: 'running',
    });
    expect(stage(id, 'report', { triggerAt, facts }, '2026-12-26T10:00:01Z')?.state).toBe('late');
  });
});

it.each(RegimeId.options)('%s never owes one stage twice, and every stage is told to somebody', (id) => {
  const ids = stages(id, { triggerAt }).map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { to, tells } of stages(id, { triggerAt }))
    expect([to.length > 0, tells.length > 0]).toEqual([true, true]);
});
