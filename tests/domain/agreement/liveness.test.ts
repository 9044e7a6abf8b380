import { describe, expect, it } from '@jest/globals';
import { isToBeSaid } from '../../../domain/agreement/contactsDue';
import { addTests, noteCall, noteConfirmed, noteOutcome } from '../../../domain/agreement/contactTests';
import type { Deliverable } from '../../../domain/delivery/events';

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const message = (id: string, channel: Deliverable['channel'], contactId = 'c1'): Deliverable => ({
  id,
  to: { kind: 'contact', id: contactId },
  channel,
  documentId: '0'.repeat(64),
  messageId: '',
  envelopeId: '',
});
const tested = addTests([], { version: 1, deliverables: [message('t1', 'email'), message('t2', 'webhook')] }, at(1));
const outcome = (deliverableId: string, result: 'accepted' | 'refused') => ({
  deliverableId,
  n: 1,
  result,
  replyCode: null,
});
const of = (tests: typeof tested, channel: string) => tests.find((one) => one.channel === channel);

describe('F36 a test of a contact', () => {
  it('by mail has worked once its link was used, not when a relay took it', () => {
    const taken = noteOutcome(tested, outcome('t1', 'accepted'), at(2));
    expect(of(taken, 'email')?.success).toBeNull();
    expect(of(noteConfirmed(taken, 't1', at(3)), 'email')?.success).toEqual({ at: at(3), version: 1 });
    expect(noteConfirmed(taken, 't9', at(3))).toEqual(taken);
  });

  it('by webhook has worked once the receiver took it', () => {
    expect(of(noteOutcome(tested, outcome('t2', 'accepted'), at(2)), 'webhook')?.success).toEqual({
      at: at(2),
      version: 1,
    });
    expect(of(noteOutcome(tested, outcome('t2', 'refused'), at(2)), 'webhook')?.success).toBeNull();
  });

  it('that is newer takes the place of the one before, and what had worked stays known', () => {
    const worked = noteConfirmed(tested, 't1', at(3));
    const again = addTests(worked, { version: 2, deliverables: [message('t3', 'email')] }, at(9));
    expect(of(again, 'email')).toMatchObject({ last: { deliverableId: 't3', reached: null }, success: { at: at(3) } });
    expect(noteConfirmed(again, 't1', at(10))).toEqual(again); // the link of the older one
  });

  it('by telephone counts from when the call was made, and a call noted late undoes nothing', () => {
    const called = noteCall([], { version: 1, contactId: 'c1', reached: true }, at(5));
    expect(of(called, 'phone')?.success).toEqual({ at: at(5), version: 1 });
    const failed = noteCall(called, { version: 1, contactId: 'c1', reached: false }, at(8));
    expect(of(failed, 'phone')).toMatchObject({ last: { reached: false }, success: { at: at(5) } });
    expect(noteCall(failed, { version: 1, contactId: 'c1', reached: true }, at(2))).toEqual(failed);
    expect(of(noteCall(failed, { version: 1, contactId: 'c1', reached: true }, at(6)), 'phone')).toMatchObject({
      last: { at: at(8), reached: false },
      success: { at: at(6) },
    });
  });
});

describe('F36 whoever sees to contacts is reminded', () => {
  const now = new Date(at(10));
  it.each([
    ['of nothing while all work', [], null, false],
    ['of what is said for the first time', ['a'], null, true],
    ['not again the next day', ['a'], { at: at(9), agreementIds: ['a'] }, false],
    ['of one more among them', ['a', 'b'], { at: at(9), agreementIds: ['a'] }, true],
    ['not when one works again', ['a'], { at: at(9), agreementIds: ['a', 'b'] }, false],
    ['of the same a week later', ['a'], { at: at(3), agreementIds: ['a'] }, true],
  ])('%s', (_name, asking, said, expected) => expect(isToBeSaid(asking, said, now)).toBe(expected));
});
