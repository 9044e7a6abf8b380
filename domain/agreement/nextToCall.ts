import type { NoticeContact } from './contacts';

/** Whom to call next, and at which number. */
export type NextToCall = { contactId: string; name: string; phone: string };

/**
 * A call that waits before any other; then who has not been called, then who was called longest ago, in the contract's
 * order. Null where no contact has a number.
 *
 * @param waiting contacts of whom a call waits
 * @param calls calls that were made, `at` as UTC instants
 */
export function nextToCall(
  contacts: readonly NoticeContact[],
  waiting: readonly string[],
  calls: readonly { contactId: string; at: string }[],
): NextToCall | null {
  const calledAt = (id: string) =>
    Math.max(0, ...calls.filter(({ contactId }) => contactId === id).map(({ at }) => Date.parse(at)));
  const [first] = contacts
    .filter(({ phone }) => phone !== null)
    .toSorted(
      (a, b) =>
        Number(waiting.includes(b.id)) - Number(waiting.includes(a.id)) ||
        calledAt(a.id) - calledAt(b.id) ||
        a.order - b.order,
    );
  return first === undefined || first.phone === null
    ? null
    : { contactId: first.id, name: first.name, phone: first.phone };
}
