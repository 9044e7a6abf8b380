import { describe, expect, it } from '@jest/globals';
import { answerDue } from '../../../domain/notice/answerDue';
import type { NotingCommand } from '../../../domain/notice/commands';
import { openCalls } from '../../../domain/notice/openCalls';
import { saidAt } from '../../../domain/notice/saidAt';

const alertedAt = '2026-03-27T07:40:00.000Z';
const frozenAt = '2026-03-27T18:05:00.000Z';
const now = new Date('2026-03-28T09:00:00.000Z');
const told = {
  notice: {
    versions: [{ number: 1, frozenAt }],
    questions: [{ id: 'q1', askedAt: frozenAt }],
    measures: [{ id: 'm1', proposedAt: frozenAt }],
  } as unknown as Parameters<typeof saidAt>[0]['notice'],
  incident: { report: { alertedAt } },
};
const call = (at?: string): NotingCommand => ({ kind: 'logCall', contactId: 'c1', reached: true, at });
const ack = (at: string, version = 1): NotingCommand => ({
  kind: 'acknowledge',
  version,
  contactId: 'c1',
  via: 'call',
  name: 'A',
  function: 'B',
  at,
});
const answer = (at: string): NotingCommand => ({ kind: 'answer', questionId: 'q1', text: 'x', at });
const word = (at: string): NotingCommand => ({
  kind: 'answerMeasure',
  measureId: 'm1',
  verdict: 'agreed',
  text: null,
  contactId: 'c1',
  via: 'call',
  name: 'A',
  function: 'B',
  at,
});
const refusal = (message: string) => ({
  ok: false,
  error: { code: 'input.invalid', issues: [{ pointer: '/at', message }] },
});

describe('F35 what is keyed in afterwards says when it was', () => {
  it.each<[string, NotingCommand, unknown]>([
    ['a call without an hour is of now', call(), { ok: true, value: undefined }],
    [
      'a call of before the notice, after the alert',
      call('2026-03-27T08:00:00.000Z'),
      { ok: true, value: '2026-03-27T08:00:00.000Z' },
    ],
    [
      'a call of a clock a little ahead is of now',
      call('2026-03-28T09:00:30.000Z'),
      { ok: true, value: now.toISOString() },
    ],
    ['a call to come is refused', call('2026-03-28T10:00:00.000Z'), refusal('is yet to come')],
    [
      'a call before the first alert is refused',
      call('2026-03-27T07:00:00.000Z'),
      refusal(`is before alertedAt (${alertedAt})`),
    ],
    [
      'an acknowledgement after its version was written',
      ack('2026-03-27T19:00:00.000Z'),
      { ok: true, value: '2026-03-27T19:00:00.000Z' },
    ],
    [
      'an acknowledgement of what was not written yet is refused',
      ack('2026-03-27T17:00:00.000Z'),
      refusal(`is before frozenAt (${frozenAt})`),
    ],
    [
      'an answer to what was asked is of then',
      answer('2026-03-27T18:06:00.000Z'),
      { ok: true, value: '2026-03-27T18:06:00.000Z' },
    ],
    [
      'an answer before it was asked is refused',
      answer('2026-03-27T18:00:00.000Z'),
      refusal(`is before askedAt (${frozenAt})`),
    ],
    [
      'a word before the proposal is refused',
      word('2026-03-27T18:00:00.000Z'),
      refusal(`is before proposedAt (${frozenAt})`),
    ],
    ['what takes no hour is of now', { kind: 'replay', deliverableId: 'd' }, { ok: true, value: undefined }],
  ])('%s', (_name, command, expected) => expect(saidAt(told, command, now)).toEqual(expected));

  it('a question asked on Friday is answered five working days from then, whenever it was written down (S3-12)', () => {
    const contract = {
      terms: { requests: { workingDays: 5 } },
      calendar: 'FR-alsace-moselle',
      timeZone: 'Europe/Paris',
    };
    expect(answerDue('2026-04-01T10:00:00.000Z', contract as unknown as Parameters<typeof answerDue>[1])).toBe(
      '2026-04-10T22:00:00.000Z', // W1 in Alsace-Moselle: the calendar is the contract’s
    );
  });

  it('a call that was made before it became a task ends no task', () => {
    const task = { id: 'k', channel: 'phone', to: { kind: 'contact', id: 'c1' }, frozenAt };
    const noticeWith = (at: string) =>
      ({
        life: 'OPEN',
        outbox: [task],
        delivery: 'SENT',
        dischargedAt: null,
        versions: [],
        calls: [{ contactId: 'c1', reached: true, note: null, at, recordedAt: now.toISOString() }],
      }) as unknown as Parameters<typeof openCalls>[0];
    expect(openCalls(noticeWith('2026-03-27T18:00:00.000Z'))).toHaveLength(1);
    expect(openCalls(noticeWith('2026-03-27T18:06:00.000Z'))).toEqual([]);
  });
});
