import { expect, it } from '@jest/globals';
import { addressesGo } from '../../../domain/controllerCase/keptAddresses';
import type { Sending } from '../../../domain/controllerCase/persons';

const sending: Sending = {
  ordinal: 1,
  seq: 9,
  at: '2026-01-01T00:00:00.000Z',
  listId: 'l1',
  fileHash: 'ab'.repeat(32),
  count: 3,
  concerned: null,
  doneAt: '2026-01-02T00:00:00.000Z',
  told: 2,
  missed: null,
  letters: 0,
  draft: null,
  printed: null,
  posted: null,
  isStopped: false,
};

it('addresses go 90 days after nothing needs them, and never while mails leave or letters wait (GDPR Art. 5(1)(e))', () => {
  expect(addressesGo(sending)).toEqual({ warnAt: '2026-03-26T00:00:00.000Z', goAt: '2026-04-02T00:00:00.000Z' });
  expect(addressesGo({ ...sending, doneAt: null })).toBeNull();
  expect(addressesGo({ ...sending, letters: 1 })).toBeNull();
  const posted = { seq: 12, at: '2026-01-05T00:00:00.000Z', told: 1, isOver: true };
  expect(addressesGo({ ...sending, letters: 1, posted })?.goAt).toBe('2026-04-05T00:00:00.000Z');
  expect(addressesGo({ ...sending, doneAt: null, isStopped: true })?.goAt).toBe('2026-04-01T00:00:00.000Z');
});
