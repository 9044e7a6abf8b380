import { describe, expect, it } from '@jest/globals';
import { isSettled } from '../../../domain/regime/stages';
import { iso, stage, stages } from './known';

/** Tuesday 10 March 2026, 14:20 in Paris. */
const triggerAt = '2026-03-10T13:20:00Z';

describe('DORA, the initial notification', () => {
  it.each([
    ['not classified yet: 24 h after awareness', undefined, '2026-03-11T13:20Z', '2026-03-11T14:00Z'],
    ['classified after 2 h: 4 h from then', '2026-03-10T15:30:00Z', '2026-03-10T19:30Z', '2026-03-10T20:00Z'],
    ['classified after 20 h: both end together', '2026-03-11T09:20:00Z', '2026-03-11T13:20Z', '2026-03-11T14:00Z'],
    ['classified after 22 h: 24 h after awareness', '2026-03-11T11:20:00Z', '2026-03-11T13:20Z', '2026-03-11T14:00Z'],
    ['classified at 24 h: 24 h after awareness', '2026-03-11T13:20:00Z', '2026-03-11T13:20Z', '2026-03-11T14:00Z'],
    ['classified later: 4 h from then', '2026-03-11T13:20:01Z', '2026-03-11T17:20:01Z', '2026-03-11T18:00Z'],
    ['classified days later: 4 h from then', '2026-03-16T08:05:00Z', '2026-03-16T12:05Z', '2026-03-16T13:00Z'],
  ])('%s', (_name, classifiedAt, dueAt, reg1182) => {
    const initial = stages('dora', { triggerAt, facts: { classifiedAt } }).filter(({ id }) => id === 'initial');
    expect(initial).toHaveLength(1);
    expect(initial[0]).toMatchObject({ dueAt: iso(dueAt), reg1182: iso(reg1182) });
  });
});

describe('DORA, the reports', () => {
  const initial = '2026-03-11T12:00:00Z';

  it('intermediate 72 h after the initial one was sent, and again when activities are back', () => {
    expect(stage('dora', 'intermediate', { triggerAt, sent: { initial } })?.dueAt).toBe(iso('2026-03-14T12:00Z'));
    expect(stage('dora', 'update', { triggerAt, sent: { initial } })?.state).toBe('waiting');
    const recovered = { triggerAt, facts: { recoveredAt: '2026-03-12T08:00:00Z' }, sent: { initial } };
    expect(stage('dora', 'update', recovered)).toMatchObject({ state: 'open', dueAt: null });
  });

  it('final a month after the last intermediate one, updates counted; no weekend moves it but the rule of noon', () => {
    const sent = { initial, intermediate: '2026-03-14T09:00:00Z', update: '2026-03-18T09:00:00Z' };
    expect(stage('dora', 'final', { triggerAt, sent })).toMatchObject({
      t0: sent.update,
      dueAt: iso('2026-04-18T22:00Z'),
      reg1182: null,
      noonAt: null,
    });
    expect(stage('dora', 'final', { triggerAt, facts: { noonRule: 'yes' }, sent })?.noonAt).toBe(
      iso('2026-04-20T10:00Z'),
    );
  });

  it.each([
    ['a Friday: it stays', '2026-03-17T09:00:00Z', null],
    ['a Sunday: Monday', '2026-03-19T09:00:00Z', '2026-04-20T10:00Z'],
  ])('the last day is the one that ends at 24:00: %s', (_name, intermediate, noonAt) => {
    const sent = { initial, intermediate };
    expect(stage('dora', 'final', { triggerAt, facts: { noonRule: 'yes' }, sent })?.noonAt).toBe(noonAt && iso(noonAt));
  });

  it('what never had to be updated keeps no case open', () => {
    const sent = { initial, intermediate: initial, final: initial };
    expect(stages('dora', { triggerAt, sent }).every(isSettled)).toBe(true);
    expect(stages('dora', { triggerAt, facts: { recoveredAt: '2026-03-12T08:00:00Z' }, sent }).every(isSettled)).toBe(
      false,
    );
  });
});

describe('DORA, a limit on a day not worked', () => {
  /** Good Friday 2026, 18:45 in Paris: 24 h later is Saturday, then Sunday and Easter Monday. */
  const friday = '2026-04-03T16:45:00Z';
  const facts = { classifiedAt: '2026-04-04T16:00:00Z', noonRule: 'yes' } as const;

  it('may be met by noon of the next working day, where the entity may wait; timers keep to the strict one', () => {
    expect(stage('dora', 'initial', { triggerAt: friday, facts })).toMatchObject({
      dueAt: iso('2026-04-04T16:45Z'),
      noonAt: iso('2026-04-07T10:00Z'),
    });
  });

  it.each(['no', 'unknown', undefined] as const)('not where that is answered %s', (noonRule) => {
    expect(stage('dora', 'initial', { triggerAt: friday, facts: { ...facts, noonRule } })?.noonAt).toBeNull();
  });

  it('a limit on a working day stays', () => {
    expect(stage('dora', 'initial', { triggerAt, facts: { noonRule: 'yes' } })?.noonAt).toBeNull();
  });

  it.each([
    ['2026-04-04T16:45:00Z', 'running'],
    ['2026-04-04T16:45:01Z', 'late_strict'],
    ['2026-04-07T10:00:00Z', 'late_strict'],
    ['2026-04-07T10:00:01Z', 'late'],
  ])('at %s it is %s', (now, state) => {
    expect(stage('dora', 'initial', { triggerAt: friday, facts }, now)?.state).toBe(state);
  });

  it('left by noon, it left after the strict limit: reasons are asked for', () => {
    const sent = { initial: '2026-04-07T09:00:00Z' };
    expect(stage('dora', 'initial', { triggerAt: friday, facts, sent })?.state).toBe('done_late');
  });
});
