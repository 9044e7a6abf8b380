import { addTold, foldTelling, isSending, NOTHING_TOLD, type Telling, untoldOf } from '../atOnce/telling';
import { addDeliverables } from '../delivery/outbox';
import type { Entry } from '../journal/entry';
import type { Touched } from '../incident/vocabulary';
import { isJournalEvent } from '../journal/events';
import { referenceOf } from '../journal/reference';
import type { Folded } from '../journal/states';
import { readEvent } from '../shared/readEvent';
import { DAY_MS, plusMs } from '../shared/instant';
import { SubjectUnreadable } from '../shared/unreadable';
import { type Recorded, TransferEvent } from './events';

/**
 * That the law forbids to tell. `until`: when it no longer does, null where nobody knows; `releasedAt`: when it ended;
 * `weighedAt`: when somebody last recorded that it does; `askedAt`: when it was last asked since, null where it was not. UTC.
 */
export type Secrecy = {
  until: string | null;
  ground: string | null;
  releasedAt: string | null;
  how: string | null;
  weighedAt: string;
  askedAt: string | null;
};

/** TRANSFER_OPEN → TRANSFER_CLOSED. Secrecy runs beside the stage: what was closed under it is still to be told. */
export type Transfer = Folded &
  Telling & {
    stage: 'TRANSFER_OPEN' | 'TRANSFER_CLOSED';
    reference: string;
    recordedAt: string;
    byId: string;
    recorded: Recorded;
    secrecy: Secrecy | null;
    closed: { at: string; outcome: string | null } | null;
  };

/** From when controllers may be told, UTC; it may be yet to come. Null while nobody knows: a person says when secrecy ends. */
export function tellFrom({ recordedAt, secrecy }: Pick<Transfer, 'recordedAt' | 'secrecy'>): string | null {
  if (secrecy === null) return recordedAt;
  const from = secrecy.releasedAt ?? secrecy.until;
  return from !== null && Date.parse(from) < Date.parse(recordedAt) ? recordedAt : from;
}

/** So often those who answer for it are asked whether a secrecy without an end still holds. Our own rule, of no law. */
export const SECRECY_ASKED_EVERY_DAYS = 30;

/** When it is asked next whether the law still forbids to tell, UTC; null unless it does and nobody knows until when. */
export function reviewDueAt(one: Pick<Transfer, 'recordedAt' | 'secrecy'>): string | null {
  if (one.secrecy === null || tellFrom(one) !== null) return null;
  const { askedAt, weighedAt } = one.secrecy;
  return plusMs(askedAt ?? weighedAt, SECRECY_ASKED_EVERY_DAYS * DAY_MS);
}

/** Whether the law forbids to tell, as far as is known. */
export function isSecret(one: Pick<Transfer, 'recordedAt' | 'secrecy'>, now: Date): boolean {
  const from = tellFrom(one);
  return from === null || Date.parse(from) > now.getTime();
}

/** Whose controllers are told of it: of a transfer that an agreement allows nobody needs to be. */
export const toBeTold = ({ recorded }: Pick<Transfer, 'recorded'>): readonly Touched[] =>
  recorded.cause === 'outside' && recorded.unagreed === null ? [] : recorded.touched;

/** Whether somebody has yet to be told, be it after the end of a secrecy, or a mail to leave. */
export const isTelling = (one: Transfer): boolean => untoldOf(toBeTold(one), one).length > 0 || isSending(one);

/** @throws SubjectUnreadable for an entry that this version does not know */
export function foldTransfer(entries: readonly Entry[], start: Transfer | null = null): Transfer | null {
  return entries.reduce(apply, start);
}

function apply(transfer: Transfer | null, entry: Entry): Transfer | null {
  const { seq, revision } = entry;
  if (transfer !== null && revision <= transfer.revision) return transfer; // the same entry, read again
  if (transfer !== null && isJournalEvent(entry)) return { ...transfer, seq, revision };
  const event = readEvent(TransferEvent, entry);
  if (event.type === 'transfer.recorded') return begun(entry, event.values);
  if (transfer === null) throw new SubjectUnreadable(event.type);
  return { ...transfer, ...change(transfer, event, entry), seq, revision };
}

function begun({ subject, seq, revision, recordedAt, actor }: Entry, recorded: Recorded): Transfer {
  const place = { id: subject.id, seq, revision, decided: revision };
  const reference = referenceOf('TRF', { seq, recordedAt });
  const { secret, secretUntil: until, ground } = recorded;
  const secrecy = secret ? { until, ground, releasedAt: null, how: null, weighedAt: recordedAt, askedAt: null } : null;
  const since = { recordedAt, byId: actor.id, recorded, secrecy };
  return { ...place, stage: 'TRANSFER_OPEN', reference, ...since, ...NOTHING_TOLD, closed: null };
}

type Later = Exclude<TransferEvent, { type: 'transfer.recorded' }>;

function change(transfer: Transfer, event: Later, { revision, recordedAt, at, actor }: Entry): Partial<Transfer> {
  const { secrecy } = transfer;
  switch (event.type) {
    case 'transfer.prolonged':
      return {
        secrecy: secrecy && { ...secrecy, ...event.values, weighedAt: recordedAt, askedAt: null },
        decided: revision,
      };
    case 'transfer.reviewAsked':
      return {
        secrecy: secrecy && { ...secrecy, askedAt: recordedAt },
        outbox: addDeliverables(transfer.outbox, event.values.deliverables, recordedAt),
      };
    case 'transfer.released': {
      const { releasedAt, how } = event.values;
      return { secrecy: secrecy && { ...secrecy, releasedAt, how }, decided: revision };
    }
    case 'transfer.told':
      return addTold(transfer, event.values, recordedAt);
    case 'transfer.closed': {
      const { closedAt, outcome } = event.values;
      return { stage: 'TRANSFER_CLOSED', closed: { at: closedAt, outcome }, decided: revision };
    }
    default:
      return foldTelling(transfer, event, { at: recordedAt, saidAt: at, byId: actor.id });
  }
}
