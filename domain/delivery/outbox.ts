import { isOfFile } from '../exchange/fileExchange';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../shared/instant';
import type { Attempt, Deliverable, NewOutcome, Outcome, OutcomeResult, Report, ReportAction } from './events';

export type AttemptState = Attempt & {
  outcome: (Pick<Outcome, 'result' | 'replyCode'> & { at: string; exchange?: NonNullable<Outcome['exchange']> }) | null;
};

/** A deliverable with what became of it. `frozenAt` is the instant of the entry that holds it. */
export type Outgoing = Deliverable & {
  frozenAt: string;
  attempts: readonly AttemptState[];
  /** What relays on the way said of it later, oldest first. */
  reports: readonly { action: ReportAction; status: string; at: string }[];
  /** When somebody asked for it to leave once more, until the attempt that does. */
  replayAskedAt: string | null;
  /** Caught while no relay was set, and one is set now: it told nobody. Never stored: it follows from the relay. */
  toldNobody?: boolean;
};

const FIRST_RETRY_MS = MINUTE_MS;
const LONGEST_RETRY_MS = 15 * MINUTE_MS;
/** After three days a mail is news no longer: persons have been told long before. */
const GIVE_UP_MS = 3 * DAY_MS;

/** History is not refused: an id that is there already is not added again, as attempts find the first of an id only. */
export function addDeliverables(outbox: readonly Outgoing[], added: readonly Deliverable[], at: string): Outgoing[] {
  const fresh = added.filter(({ id }) => outbox.every((one) => one.id !== id));
  return [
    ...outbox,
    ...fresh.map((deliverable) => ({ ...deliverable, frozenAt: at, attempts: [], reports: [], replayAskedAt: null })),
  ];
}

export function addAttempt(outbox: readonly Outgoing[], attempt: Attempt): Outgoing[] {
  return outbox.map((outgoing) =>
    outgoing.id === attempt.deliverableId
      ? { ...outgoing, attempts: [...outgoing.attempts, { ...attempt, outcome: null }], replayAskedAt: null }
      : outgoing,
  );
}

export function addOutcome(outbox: readonly Outgoing[], outcome: NewOutcome, at: string) {
  const { deliverableId, n, result, replyCode, exchange } = outcome;
  const said = { result, replyCode, at, ...(exchange && { exchange }) };
  return outbox.map((outgoing): Outgoing => {
    if (outgoing.id !== deliverableId) return outgoing;
    const attempts = outgoing.attempts.map((attempt) =>
      attempt.n === n && attempt.outcome === null ? { ...attempt, outcome: said } : attempt,
    );
    return { ...outgoing, attempts };
  });
}

export const askReplay = (outbox: readonly Outgoing[], deliverableId: string, at: string): Outgoing[] =>
  outbox.map((outgoing) => (outgoing.id === deliverableId ? { ...outgoing, replayAskedAt: at } : outgoing));

export function addReport(outbox: readonly Outgoing[], { deliverableId, action, status }: Report, at: string) {
  return outbox.map((outgoing): Outgoing =>
    outgoing.id === deliverableId ? { ...outgoing, reports: [...outgoing.reports, { action, status, at }] } : outgoing,
  );
}

/** Leaves without anybody; a call is a task for a person. */
export const leavesByItself = ({ channel }: Pick<Deliverable, 'channel'>): boolean => channel !== 'phone';

/**
 * Says the notice itself. A webhook or a short message leads to it: that it was taken is no proof that anything was told,
 * and discharges no clock (ADR 0027).
 */
export const tellsItself = ({ channel }: Pick<Deliverable, 'channel'>): boolean => channel === 'email';

/** Something came of it, so that the same may be asked for again. One asking is one attempt. */
export const canReplay = (outgoing: Outgoing): boolean =>
  leavesByItself(outgoing) && (outgoing.attempts.at(-1)?.outcome ?? null) !== null && outgoing.replayAskedAt === null;

/** Reported in the recipient's box; null while nobody has said so. */
export const deliveredAt = ({ reports }: Outgoing): string | null =>
  reports.find(({ action }) => action === 'delivered')?.at ?? null;

/** The report that a mail which was accepted never arrived; null where there is none, or another says that it did. */
export function bounceOf(outgoing: Outgoing): Outgoing['reports'][number] | null {
  if (deliveredAt(outgoing) !== null) return null;
  return outgoing.reports.find(({ action }) => action === 'failed') ?? null;
}

/** A relay on the way still tries, hours after ours took it. */
export const delayOf = ({ reports }: Outgoing): Outgoing['reports'][number] | null =>
  reports.every(({ action }) => action === 'delayed') ? (reports[0] ?? null) : null;

/** What the relay said at last, be it in a report after it had accepted; null before any answer. */
export const lastResult = (outgoing: Outgoing): OutcomeResult | null =>
  bounceOf(outgoing) === null ? (outgoing.attempts.at(-1)?.outcome?.result ?? null) : 'refused';

/** A relay took it: the only outcome that may be called sent (invariant 13). */
export const isAccepted = ({ attempts }: Outgoing): boolean =>
  attempts.some(({ outcome }) => outcome?.result === 'accepted');

export const isCaught = ({ attempts }: Outgoing): boolean =>
  attempts.some(({ outcome }) => outcome?.result === 'caught');

/** Nothing more is tried by itself: a relay took it, or the catching server kept it, which is for good (ADR 0005). */
export const isOver = (outgoing: Outgoing): boolean =>
  isAccepted(outgoing) || outgoing.attempts.at(-1)?.outcome?.result === 'caught';

/** Only these discharge anything, for workflow, watchdog and restore alike: accepted, or caught while no relay is set. */
export const isGone = (outgoing: Outgoing): boolean =>
  isAccepted(outgoing) || (isCaught(outgoing) && outgoing.toldNobody !== true);

/** First instant at which a relay took any of them, UTC; null while none has. */
export function firstAcceptedAt(outbox: readonly Outgoing[]): string | null {
  const accepted = outbox
    .flatMap(({ attempts }) => attempts)
    .flatMap(({ outcome }) => (outcome?.result === 'accepted' ? [outcome.at] : []));
  return accepted.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/**
 * When a deliverable is next to be tried, or null when it has gone, was caught, has been given up, or waits for a person.
 * After a lease that ran out the outcome is unknown and the same bytes go again; so do they once when somebody asks.
 *
 * @returns milliseconds since the epoch; may be past
 */
export function nextTryMs(outgoing: Outgoing, retryScale = 1): number | null {
  if (!leavesByItself(outgoing)) return null;
  const last = outgoing.attempts.at(-1);
  const { replayAskedAt } = outgoing;
  if (replayAskedAt !== null) return Date.parse(last?.outcome === null ? last.leaseUntil : replayAskedAt);
  if (isOver(outgoing)) return null;
  if (last === undefined) return Date.parse(outgoing.frozenAt);
  if (last.outcome === null) return Date.parse(last.leaseUntil);
  if (outgoing.channel === 'exchange' && last.outcome.result === 'refused') return null; // it would say the same
  const outcomeMs = Date.parse(last.outcome.at);
  const waitMs = retryWaitMs(last.n, outcomeMs - Date.parse(outgoing.frozenAt), retryScale);
  return waitMs === null ? null : outcomeMs + waitMs;
}

/**
 * How long after its `n`-th try a mail that was put off is tried again, milliseconds; null: it is given up.
 *
 * @param sinceMs from when it was to leave first until that try
 */
export function retryWaitMs(n: number, sinceMs: number, retryScale = 1): number | null {
  const waitMs = Math.min(FIRST_RETRY_MS * 2 ** (n - 1), LONGEST_RETRY_MS) * retryScale;
  return sinceMs + waitMs > GIVE_UP_MS ? null : waitMs;
}

const PATIENT_PART = 8;
const LONGEST_PATIENT_MS = 4 * HOUR_MS;

/**
 * The same for one of very many persons, whose box is full or whose host is away: an eighth of the time that has passed, at
 * most four hours, so that some 45 tries are made in three days and not 290.
 */
export function patientWaitMs(n: number, sinceMs: number): number | null {
  const shortest = retryWaitMs(n, sinceMs);
  if (shortest === null) return null;
  const waitMs = Math.max(shortest, Math.min(sinceMs / PATIENT_PART, LONGEST_PATIENT_MS));
  return sinceMs + waitMs > GIVE_UP_MS ? null : waitMs;
}

/**
 * What goes to another installation goes in order: a later version is not told before the one that it changes. A document
 * waits for what it belongs to, and holds up nothing.
 */
export const waitsForEarlier = (outbox: readonly Outgoing[], { id, channel }: Outgoing): boolean =>
  channel === 'exchange' &&
  outbox
    .slice(
      0,
      outbox.findIndex((one) => one.id === id),
    )
    .some((one) => one.channel === 'exchange' && !isOfFile(one) && nextTryMs(one) !== null);

/** The next one to try, earliest first. */
export const nextDelivery = (outbox: readonly Outgoing[], retryScale = 1): Try | null =>
  triesOf(outbox, retryScale)[0] ?? null;

/** Ids of all that are to be tried by now, the earliest first. */
export const dueDeliveries = (outbox: readonly Outgoing[], now: Date): string[] =>
  triesOf(outbox)
    .filter(({ atMs }) => atMs <= now.getTime())
    .map(({ deliverableId }) => deliverableId);

type Try = { deliverableId: string; atMs: number };

function triesOf(outbox: readonly Outgoing[], retryScale = 1): Try[] {
  const tries = outbox.flatMap((outgoing): Try[] => {
    const atMs = nextTryMs(outgoing, retryScale);
    return atMs === null || waitsForEarlier(outbox, outgoing) ? [] : [{ deliverableId: outgoing.id, atMs }];
  });
  return tries.toSorted((a, b) => a.atMs - b.atMs);
}
