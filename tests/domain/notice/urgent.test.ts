import { PARIS } from '../../fakes/places';
import { describe, expect, it } from '@jest/globals';
import { clockRows } from '../../../domain/deadline/clockRows';
import { answerDue } from '../../../domain/notice/answerDue';
import { decideNote } from '../../../domain/notice/decideNote';
import type { NoticeEvent } from '../../../domain/notice/events';
import { rungsOf } from '../../../domain/notice/ladders';
import { at, caseOf, hour, terms, type Told, version, went } from '../../fakes/noticeStory';

const question = (urgentHours: number | null): NoticeEvent => ({
  type: 'notice.asked',
  values: { via: 'call', urgentHours, questionId: 'q1', contactId: 'c1', text: 'Combien ?' },
});
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted')];
const askedIn = (urgentHours: number | null) => caseOf([...sent, [3, question(urgentHours)]]);
const contract = { terms, calendar: 'FR-metropole', timeZone: 'Europe/Paris' } as const;

describe('a question of the controller that is urgent (§7.4, "urgent flag → hours"; S3-12)', () => {
  it('is to be answered within its hours, strict; one that is not within the working days of the contract', () => {
    expect(answerDue(hour(3), contract, 4)).toBe(hour(7));
    expect(answerDue(hour(3), contract)).toBe('2026-04-03T22:00:00.000Z');
  });

  it.each([
    { hours: 1, result: 'ok' },
    { hours: 120, result: 'ok' },
    { hours: null, result: 'ok' },
    { hours: 0, result: '/urgentHours' },
    { hours: 121, result: '/urgentHours' },
    { hours: 1.5, result: '/urgentHours' },
  ])('$hours hours: $result', ({ hours, result }) => {
    const command = { kind: 'ask', questionId: 'q', contactId: 'c1', text: 'x', urgentHours: hours } as const;
    const decided = decideNote(caseOf(sent), command, at(3));
    const said = decided.ok ? 'ok' : decided.error.code === 'input.invalid' && decided.error.issues[0]?.pointer;
    expect(said).toBe(result);
  });

  it('wakes whoever is on call at once, then at half of its hours, at 80 % with the DPO, at its limit management', () => {
    const climbed = rungsOf(askedIn(4), at(3)).filter(({ ladder }) => ladder === 'asked' || ladder === 'question');
    expect(
      climbed.map(({ ladder, step, roles, atMs }) => [ladder, step, roles.join(), (atMs - +at(3)) / 3_600_000]),
    ).toEqual([
      ['question', 50, 'O,IM', 2],
      ['question', 80, 'IM,DPO', 3.2],
      ['question', 100, 'DIR', 4],
      ['asked', 1, 'IM,DPO,O', 0],
    ]);
    const [unhurried] = rungsOf(askedIn(null), at(3)).filter(({ ladder }) => ladder === 'asked');
    expect(unhurried?.roles).toEqual(['IM', 'DPO']);
  });

  it('stands on "Now" with its own limit', () => {
    const rows = clockRows({ cases: [askedIn(4)], incidents: [], place: PARIS }, at(4));
    const [row] = rows.filter(({ obligation }) => obligation === 'question');
    expect(row?.clock).toMatchObject({ startedAt: hour(3), dueAt: hour(7) });
  });
});
