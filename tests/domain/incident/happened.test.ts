import { describe, expect, it } from '@jest/globals';
import { happenedAt, withoutHour } from '../../../domain/incident/happened';

const now = new Date('2026-03-28T09:00:00.000Z');
const alert = { pointer: '/alertedAt', at: '2026-03-27T07:40:00.000Z' };
const refusal = (message: string) => ({
  ok: false,
  error: { code: 'input.invalid', issues: [{ pointer: '/at', message }] },
});

describe('F35 an act that is keyed in afterwards', () => {
  it.each<[string, string | undefined, unknown]>([
    ['without an hour is of now', undefined, { ok: true, value: undefined }],
    ['of after the alert is of then', '2026-03-27T08:00:00.000Z', { ok: true, value: '2026-03-27T08:00:00.000Z' }],
    ['of the very alert is of then', alert.at, { ok: true, value: alert.at }],
    ['of a clock a little ahead is of now', '2026-03-28T09:00:30.000Z', { ok: true, value: now.toISOString() }],
    ['to come is refused', '2026-03-28T10:00:00.000Z', refusal('is yet to come')],
    ['of before the alert is refused', '2026-03-27T07:39:59.999Z', refusal(`is before alertedAt (${alert.at})`)],
  ])('%s', (_name, said, expected) => expect(happenedAt(said, alert, now)).toEqual(expected));

  it('is decided without its hour, which is no value of the entry', () => {
    expect(withoutHour({ kind: 'note.add', text: 'x', at: alert.at })).toEqual({ kind: 'note.add', text: 'x' });
  });
});
