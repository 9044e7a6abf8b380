import { describe, expect, it } from '@jest/globals';
import { type Delivery, moveDelivery, noticeTransitions, type Trigger } from '../../../domain/notice/transitions';

const states: Delivery[] = ['DRAFT', 'LEAVING', 'SENT', 'CAUGHT', 'RECEIVED', 'ACKED'];
const triggers: Trigger[] = [
  'send',
  'protect',
  'report',
  'supplement',
  'withdraw',
  'acknowledge',
  'prove',
  'accepted',
  'caught',
  'failed',
];

/** Domain rules section 7.3, written down a second time, by hand: a change of the table must be meant. */
const allowed: Record<Delivery, Partial<Record<Trigger, Delivery>>> = {
  DRAFT: { send: 'LEAVING', protect: 'LEAVING', report: 'LEAVING' },
  LEAVING: { accepted: 'SENT', caught: 'CAUGHT', failed: 'LEAVING', acknowledge: 'ACKED', withdraw: 'LEAVING' },
  SENT: { prove: 'RECEIVED', acknowledge: 'ACKED', supplement: 'LEAVING', withdraw: 'LEAVING' },
  CAUGHT: { accepted: 'SENT', acknowledge: 'ACKED', supplement: 'LEAVING', withdraw: 'LEAVING' },
  RECEIVED: { acknowledge: 'ACKED', supplement: 'LEAVING', withdraw: 'LEAVING' },
  ACKED: { supplement: 'LEAVING', withdraw: 'LEAVING' },
};

describe('delivery of a notice (section 7.3)', () => {
  it.each(states.flatMap((from) => triggers.map((on) => [from, on, allowed[from][on] ?? 'refused'] as const)))(
    '%s on %s: %s',
    (from, on, expected) => {
      expect(moveDelivery(from, on) ?? 'refused').toBe(expected);
    },
  );

  it('holds no row twice', () => {
    const rows = noticeTransitions.map(({ from, on }) => `${from} ${on}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('what a catching server kept is CAUGHT, and only a relay makes it SENT (invariant 13)', () => {
    const toSent = noticeTransitions.filter(({ to }) => to === 'SENT');
    expect(toSent.every(({ on }) => on === 'accepted')).toBe(true);
  });
});
