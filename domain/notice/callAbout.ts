import type { Outgoing } from '../delivery/outbox';
import type { Notice, VersionState } from './fold';

/** The newest call to a contact that became a task with a version or since; undefined where there is none. */
export const callAbout = (
  { outbox }: Pick<Notice, 'outbox'>,
  { frozenAt }: Pick<VersionState, 'frozenAt'>,
  contactId: string,
): Outgoing | undefined =>
  outbox.findLast(
    (one) =>
      one.channel === 'phone' &&
      one.to.kind === 'contact' &&
      one.to.id === contactId &&
      Date.parse(one.frozenAt) >= Date.parse(frozenAt),
  );

/** Somebody has called about this version, and nobody has answered so far. */
export function wasCalledInVain(
  { calls }: Pick<Notice, 'calls'>,
  { frozenAt }: Pick<VersionState, 'frozenAt'>,
  contactId: string,
): boolean {
  const made = calls.filter((call) => call.contactId === contactId && Date.parse(call.at) >= Date.parse(frozenAt));
  return made.length > 0 && made.every(({ reached }) => !reached);
}
