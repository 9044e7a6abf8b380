import { describe, expect, it } from '@jest/globals';
import { isSettled } from '../../../domain/regime/stages';
import { dues, iso, stage, stages } from './known';

/** Friday 23 October 2026, 10:20 in Paris; clocks go back on the Sunday. */
const triggerAt = '2026-10-23T08:20:00Z';

describe('NIS 2, article 23', () => {
  it('warns in 24 h, notifies in 72 h, elapsed over the change of clocks; the final report waits for the notification', () => {
    expect(dues('nis2', { triggerAt, facts: { trustService: 'no' } })).toEqual({
      earlyWarning: [iso('2026-10-24T08:20Z'), iso('2026-10-24T09:00Z')],
      users: [null, null],
      notification: [iso('2026-10-26T08:20Z'), iso('2026-10-26T09:00Z')],
      onRequest: [null, null],
      final: [null, null],
    });
  });

  it.each(['yes', 'unknown'] as const)('trust services notify in 24 h (%s)', (trustService) => {
    expect(stage('nis2', 'notification', { triggerAt, facts: { trustService } })?.dueAt).toBe(iso('2026-10-24T08:20Z'));
  });

  it('the final report is due a month after the notification was sent, moved off a weekend by the Regulation alone', () => {
    const sent = { earlyWarning: '2026-10-23T18:00:00Z', notification: '2026-10-28T09:00:00Z' };
    expect(stage('nis2', 'final', { triggerAt, facts: { trustService: 'no' }, sent })).toMatchObject({
      t0: sent.notification,
      dueAt: iso('2026-11-28T23:00Z'),
      reg1182: iso('2026-11-30T23:00Z'),
      state: 'running',
    });
  });

  it('an incident that goes on: progress report then, final a month after it was handled', () => {
    const sent = { notification: '2026-10-25T10:00:00Z' };
    const ongoing = { triggerAt, facts: { trustService: 'no', ongoing: 'yes' }, sent } as const;
    expect(dues('nis2', ongoing)).toMatchObject({
      progressReport: [iso('2026-11-25T23:00Z'), iso('2026-11-25T23:00Z')],
      final: [null, null],
    });
    const handled = { ...ongoing, facts: { ...ongoing.facts, handledAt: '2027-01-31T10:00:00Z' } };
    expect(dues('nis2', handled)).toMatchObject({ final: [iso('2027-02-28T23:00Z'), iso('2027-03-01T23:00Z')] });
  });

  it('users are told without delay, unless none is affected', () => {
    expect(stage('nis2', 'users', { triggerAt })).toMatchObject({ state: 'open', dueAt: null, to: ['serviceUsers'] });
    expect(stage('nis2', 'users', { triggerAt, facts: { usersAffected: 'no' } })).toBeUndefined();
  });

  it('an intermediate report is owed once it was asked for, and again when asked again', () => {
    const asked = (requestedAt: string, onRequest?: string) =>
      stage('nis2', 'onRequest', {
        triggerAt,
        facts: { requestedAt },
        sent: onRequest === undefined ? {} : { onRequest },
      })?.state;
    expect(stage('nis2', 'onRequest', { triggerAt })?.state).toBe('waiting');
    expect(asked('2026-10-27T08:00:00Z')).toBe('open');
    expect(asked('2026-10-27T08:00:00Z', '2026-10-27T12:00:00Z')).toBe('done');
    expect(asked('2026-10-29T08:00:00Z', '2026-10-27T12:00:00Z')).toBe('open');
  });

  it('keeps the case open until all is sent; what nobody asked for keeps nothing open', () => {
    const sent = { earlyWarning: triggerAt, users: triggerAt, notification: triggerAt };
    const known = { triggerAt, facts: { trustService: 'no' }, sent } as const;
    expect(stages('nis2', known).every(isSettled)).toBe(false);
    expect(stages('nis2', { ...known, sent: { ...sent, final: '2026-11-20T10:00:00Z' } }).every(isSettled)).toBe(true);
  });

  it('was not law before 18 October 2024', () => {
    expect(stages('nis2', { triggerAt: '2024-10-17T21:59:59Z' })).toEqual([]);
    expect(stages('nis2', { triggerAt: '2024-10-17T22:00:00Z' })).not.toEqual([]);
  });
});

describe('the state of a stage', () => {
  const at = (now: string, sentAt?: string) =>
    stage('nis2', 'earlyWarning', { triggerAt, sent: sentAt === undefined ? {} : { earlyWarning: sentAt } }, now)
      ?.state;

  it.each([
    ['2026-10-24T08:20:00Z', undefined, 'running'],
    ['2026-10-24T08:20:01Z', undefined, 'late_strict'],
    ['2026-10-24T09:00:00Z', undefined, 'late_strict'],
    ['2026-10-24T09:00:01Z', undefined, 'late'],
    ['2026-10-30T00:00:00Z', '2026-10-24T08:20:00Z', 'done'],
    ['2026-10-30T00:00:00Z', '2026-10-24T08:20:01Z', 'done_late'],
  ])('at %s, sent %s: %s', (now, sentAt, state) => {
    expect(at(now, sentAt)).toBe(state);
  });

  it('waits while nobody has said what it counts from', () => {
    expect(stages('nis2', {}).map(({ state }) => state)).toEqual(Array(5).fill('waiting'));
  });

  it('goes by the law that its clock keeps', () => {
    const known = { triggerAt: '2025-08-21T10:00:00Z' };
    expect(stage('ukTelecom', 'notification', known)?.dueAt).toBe(iso('2025-08-24T10:00Z'));
    expect(stage('ukTelecom', 'notification', { ...known, profileId: 'UK-2021-01-01' })?.dueAt).toBe(
      iso('2025-08-22T10:00Z'),
    );
  });
});
