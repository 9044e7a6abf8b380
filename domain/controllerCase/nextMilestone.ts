import { nextDelivery } from '../delivery/outbox';
import { nextRungs } from '../deadline/nextRungs';
import { soonestWithin } from '../deadline/soonest';
import type { Role } from '../shared/roles';
import { type ControllerCase, openSending } from './case';
import { caseRungs } from './ladders';
import { toHand } from './processor';
import type { CaseLadder } from './values';

/** What time alone makes due in a controller's case. `atMs` is milliseconds since the epoch and may be past. */
export type Milestone =
  | { kind: 'deliver'; atMs: number; deliverableId: string }
  /** The mails of an accepted list, some at a time. */
  | { kind: 'send'; atMs: number; listId: string }
  | { kind: 'hand'; atMs: number; about: number }
  | {
      kind: 'remind';
      atMs: number;
      ladder: CaseLadder;
      about: number;
      step: number;
      roles: readonly Role[];
      startedAt: string;
      dueAt: string | null;
    };

/** What the case itself does not say. */
export type Waits = {
  /** When somebody of the list that leaves is next to be told; null: at once, as far as is known. */
  listDueAt?: Date | null;
  /** Nothing is handed to another organisation before this instant, since it has failed; ms since the epoch. */
  handFromMs?: number;
};

/**
 * The next thing that time alone makes due, or null when nothing is for two weeks. What has passed comes first, and of a
 * ladder's passed steps only the highest.
 */
export function nextMilestone(
  one: ControllerCase,
  now: Date,
  { listDueAt = null, handFromMs = 0 }: Waits = {},
): Milestone | null {
  const next = nextDelivery(one.outbox);
  const mail: Milestone[] = next === null ? [] : [{ kind: 'deliver', ...next }];
  const hand = toHand(one).map(({ about, atMs }): Milestone => ({
    kind: 'hand',
    about,
    atMs: Math.max(atMs, handFromMs),
  }));
  // what takes long comes last
  return soonestWithin([...mail, ...rungs(one, now), ...hand, ...toPersons(one, listDueAt)], now);
}

function toPersons(one: ControllerCase, listDueAt: Date | null): Milestone[] {
  const sending = openSending(one);
  if (sending === null) return [];
  return [{ kind: 'send', atMs: listDueAt?.getTime() ?? Date.parse(sending.at), listId: sending.listId }];
}

const rungs = (one: ControllerCase, now: Date): Milestone[] =>
  nextRungs(caseRungs(one, now), one.reminded, now).map((rung) => ({ kind: 'remind', ...rung }));

const EPOCH = new Date(0);

/** Whether it still asks something of somebody: it is open, something has yet to leave, or came in after its end. */
export const isFollowed = (one: ControllerCase): boolean =>
  one.stage !== 'CLOSED' || nextDelivery(one.outbox) !== null || toHand(one).length > 0 || rungs(one, EPOCH).length > 0;
