import type { Attempt, OutcomeResult } from '../../domain/delivery/events';
import { isOver, type Outgoing } from '../../domain/delivery/outbox';
import type { SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';
import { done, refused, type Result } from '../../domain/shared/errors';
import { isSystem } from '../policies/asker';
import type { SendResult } from '../ports/mailer';
import type { Call, Context } from '../ports/ports';
import { notTaken } from '../exchange/carryExchange';
import { carry } from './carry';
import { claimAttempt, LONGEST_LEASE_MS, recordOutcome } from './claimAttempt';

/** Kinds of subject from which something can leave. */
export type OutboxKind = Exclude<SubjectKind, 'party'>;

export type Deliver = {
  kind: OutboxKind;
  id: string;
  deliverableId: string;
  /** How long one attempt may last, milliseconds; shorter contracts need shorter leases. */
  leaseMs?: number;
  /** The subject as just read, where the caller has it; what is too old for the claim finds it taken. */
  state?: State<OutboxKind>;
  /** Its claim, where this very call's process has just written it. */
  claim?: Attempt;
};

/** The mail gives up in this part of the lease, so that its outcome is written while it still counts. */
const MAIL_PART = 0.7;

/**
 * Says what it will do (attempt), does it (mail, webhook, text message), says what happened (outcome). Safe to call at any
 * time. A relay is reached while the attempt is written; nothing is handed over before it is.
 *
 * @returns what came of this call's own attempt; null if there was nothing to do or another is doing it
 */
export async function deliver({ ctx, input }: Call<Deliver>): Promise<Result<OutcomeResult | null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { kind, id, deliverableId, leaseMs = LONGEST_LEASE_MS } = input;
  const state = input.state ?? (await ctx.ports.projections.read(ctx.orgId, kind, id));
  if (state === null) return refused({ code: 'subject.unknown' });
  const outgoing = state.outbox.find((one) => one.id === deliverableId);
  if (outgoing === undefined || outgoing.channel === 'phone' || isDone(outgoing)) return done(null);

  const claimed = { subject: { kind, id }, revision: state.revision, outgoing };
  // before the claim: who cannot read what is to be sent leaves it to others
  const document = await ctx.ports.documents.get(ctx.orgId, id, outgoing.documentId);
  const timeoutMs = timeFor(ctx, input.claim, leaseMs); // after the reading, which may have taken long
  if (timeoutMs <= 0) return done(null); // a claim that comes too late is left to whoever finds its lease over
  const claiming = input.claim === undefined ? claimAttempt(ctx, claimed, leaseMs) : Promise.resolve(input.claim);
  const mayLeave = claiming.then((attempt) => attempt !== null);
  mayLeave.catch(() => undefined); // heard of below
  const bounds = { timeoutMs, mayLeave };
  const sending =
    document === null ? erased(outgoing) : carry[outgoing.channel](ctx, { state, outgoing, document, ...bounds });
  const attempt = await claiming;
  if (attempt === null) return done(null);

  const sent = await sending;
  const recorded = await recordOutcome(ctx, claimed, { deliverableId, n: attempt.n, ...sent });
  return recorded.ok ? done(sent.result) : recorded;
}

/** Milliseconds that a mail may take from now, so that it is over within its part of the lease. */
function timeFor({ ports }: Context, claim: Attempt | undefined, leaseMs: number): number {
  const nowMs = ports.now().getTime();
  const untilMs = claim === undefined ? nowMs + leaseMs : Date.parse(claim.leaseUntil);
  return untilMs - leaseMs * (1 - MAIL_PART) - nowMs;
}

/** What the catching server kept stays there, whatever relay is set later; what somebody asks for leaves once more. */
const isDone = (outgoing: Outgoing): boolean => outgoing.replayAskedAt === null && isOver(outgoing);

/** Bytes whose key was destroyed are refused for ever: there is nothing left to send. */
const erased = ({ channel }: Outgoing): SendResult =>
  channel === 'exchange' ? notTaken('erased', null) : { result: 'refused', replyCode: null };
