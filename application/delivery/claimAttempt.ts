import type { Attempt, NewOutcome } from '../../domain/delivery/events';
import type { Outgoing } from '../../domain/delivery/outbox';
import type { Subject } from '../../domain/journal/entry';
import { plain } from '../../domain/shared/plain';
import { appendEvent, type Follower } from '../entries/appendEvent';
import type { Context } from '../ports/ports';

/** Longer than the mail time-outs together (10 + 10 + 30 s). */
export const LONGEST_LEASE_MS = 120_000;

export type Claimed = { subject: Subject; revision: number; outgoing: Outgoing };

/**
 * The right to send one deliverable once, or null while another has it.
 * An attempt whose lease ran out without an outcome is recorded as `unknown`; its successor sends the same bytes.
 *
 * @param leaseMs longer than all mail time-outs together: whoever outlives it may be presumed dead
 */
export async function claimAttempt(ctx: Context, claimed: Claimed, leaseMs: number): Promise<Attempt | null> {
  const { subject, outgoing } = claimed;
  const last = outgoing.attempts.at(-1);
  const nowMs = ctx.ports.now().getTime();
  if (last !== undefined && last.outcome === null) {
    if (Date.parse(last.leaseUntil) > nowMs) return null;
    await recordOutcome(ctx, claimed, { deliverableId: outgoing.id, n: last.n, result: 'unknown', replyCode: null });
  }
  const attempt = newAttempt(ctx, outgoing.id, (last?.n ?? 0) + 1, leaseMs);
  const appended = await appendEvent(ctx, {
    subject,
    key: effectKey(subject, attempt, 'attempt'),
    event: { type: 'delivery.attempt', values: attempt },
    standing: { kind: 'addition', revision: claimed.revision + 1 },
  });
  return appended.ok && appended.value.created ? attempt : null; // refused: the key holds another's nonce
}

export type FirstClaim = { attempt: Attempt; follower: Follower };

/** The claim of a first attempt, to be written right behind the entry that freezes what it sends. */
export function firstClaim(ctx: Context, subject: Subject, deliverableId: string, leaseMs: number): FirstClaim {
  const attempt = newAttempt(ctx, deliverableId, 1, leaseMs);
  const event = { type: 'delivery.attempt', values: attempt };
  return { attempt, follower: { actor: ctx.actor, key: effectKey(subject, attempt, 'attempt'), event } };
}

const newAttempt = ({ ports }: Context, deliverableId: string, n: number, leaseMs: number): Attempt => ({
  deliverableId,
  n,
  nonce: ports.newNonce(),
  leaseUntil: new Date(ports.now().getTime() + leaseMs).toISOString(),
});

export async function recordOutcome(ctx: Context, { subject, revision }: Claimed, outcome: NewOutcome) {
  return appendEvent(ctx, {
    subject,
    key: effectKey(subject, outcome, 'outcome'),
    event: { type: 'delivery.outcome', values: plain(outcome) },
    standing: { kind: 'addition', revision: revision + 1 },
  });
}

function effectKey(
  { kind, id }: Subject,
  { deliverableId, n }: Pick<Attempt, 'deliverableId' | 'n'>,
  what: string,
): string {
  return `${kind}/${id}/${deliverableId}/${what}/${n}`;
}
