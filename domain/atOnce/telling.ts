import type { Deliverable } from '../delivery/events';
import { failedAt } from '../delivery/failedAt';
import { addAttempt, addDeliverables, addOutcome, addReport, nextTryMs, type Outgoing } from '../delivery/outbox';
import type { Touched } from '../incident/vocabulary';
import type { Contacted, TellingEvent, ToldOf } from './events';

/**
 * A contact that was called or has answered. `at`: when, UTC; `byId`: who says so. `self`: what the contact says of itself
 * that acknowledged by its link, each null once erased; null: somebody of ours wrote it down.
 */
export type ContactedState = Omit<Contacted, 'agreementId'> & {
  at: string;
  byId: string;
  self: { name: string | null; function: string | null } | null;
};

/** A controller that was told, by its agreement. The ids of contacts are those of that agreement. */
export type Told = {
  agreementId: string;
  at: string;
  mailIds: readonly string[];
  /** Webhooks and text messages, which only lead to what the mail says. */
  besideIds: readonly string[];
  callIds: readonly string[];
  /** Mails for which another way was opened. */
  fellBack: readonly string[];
  contacted: readonly ContactedState[];
};

/** How far the controllers concerned have been told at once. */
export type Telling = { told: readonly Told[]; outbox: readonly Outgoing[] };

export const NOTHING_TOLD: Telling = { told: [], outbox: [] };

/** Agreements whose controllers are to be told and have not been: our own processing is nobody else's business. */
export const untoldOf = (touched: readonly Touched[], { told }: Pick<Telling, 'told'>): string[] =>
  touched
    .filter(({ role, agreementId }) => role !== 'controller' && !told.some((one) => one.agreementId === agreementId))
    .map(({ agreementId }) => agreementId);

/** What somebody of the controller's first acknowledged; undefined while nobody has. */
export const acknowledgementIn = ({ contacted }: Pick<Told, 'contacted'>): ContactedState | undefined =>
  contacted.find(({ outcome }) => outcome === 'acknowledged');

/** When that was, UTC; null while nobody has. */
export const acknowledgedAt = (told: Pick<Told, 'contacted'>): string | null => acknowledgementIn(told)?.at ?? null;

/** Calls to a controller that somebody still has to make: one ends once its contact is reached, all once it acknowledged. */
export function openCallsTo({ outbox }: Pick<Telling, 'outbox'>, { callIds, contacted }: Told): Outgoing[] {
  if (acknowledgedAt({ contacted }) !== null) return [];
  const reached = contacted.filter(({ outcome }) => outcome === 'reached').map(({ contactId }) => contactId);
  return outbox.filter(({ id, to }) => callIds.includes(id) && !reached.includes(to.id));
}

export type Failed = { agreementId: string; failed: Outgoing; at: string };

/** Letters, webhooks and text messages that were refused or put off, for which no other way was opened yet. */
export const failedOf = ({ told, outbox }: Telling): Failed[] =>
  told.flatMap(({ agreementId, mailIds, besideIds, fellBack }) =>
    outbox.flatMap((failed) => {
      const at =
        [...mailIds, ...besideIds].includes(failed.id) && !fellBack.includes(failed.id) ? failedAt(failed) : null;
      return at === null ? [] : [{ agreementId, failed, at }];
    }),
  );

/** Whether a mail has yet to leave, another way to be opened, or somebody to be called. */
export const isSending = (telling: Telling): boolean =>
  telling.outbox.some((mail) => nextTryMs(mail) !== null) ||
  failedOf(telling).length > 0 ||
  telling.told.some((one) => openCallsTo(telling, one).length > 0);

const idsOf = (deliverables: readonly Deliverable[], ...channels: Deliverable['channel'][]): string[] =>
  deliverables.filter((one) => one.to.kind === 'contact' && channels.includes(one.channel)).map(({ id }) => id);

/** One controller was told, at the instant of the entry. */
export function addTold({ told, outbox }: Telling, { agreementId, deliverables }: ToldOf, at: string): Telling {
  const [mailIds, callIds] = [idsOf(deliverables, 'email'), idsOf(deliverables, 'phone')];
  const besideIds = idsOf(deliverables, 'webhook', 'sms');
  const one: Told = { agreementId, at, mailIds, besideIds, callIds, fellBack: [], contacted: [] };
  return { told: [...told, one], outbox: addDeliverables(outbox, deliverables, at) };
}

/** `at`: when the entry was written; `saidAt`: when what it says happened; `byId`: its author. */
type Written = { at: string; saidAt: string; byId: string };

/** What became of the letters. */
export function foldTelling({ told, outbox }: Telling, event: TellingEvent, written: Written): Partial<Telling> {
  const { at, saidAt, byId } = written;
  const toldOf = (agreementId: string, change: (one: Told) => Partial<Told>): Told[] =>
    told.map((one) => (one.agreementId === agreementId ? { ...one, ...change(one) } : one));
  const contactedOf = (agreementId: string, said: ContactedState) => ({
    told: toldOf(agreementId, ({ contacted }) => ({ contacted: [...contacted, said] })),
  });
  switch (event.type) {
    case 'telling.fellBack': {
      const { agreementId, failedId, deliverables } = event.values;
      const change = ({ fellBack, callIds }: Told): Partial<Told> => ({
        fellBack: [...fellBack, failedId],
        callIds: [...callIds, ...idsOf(deliverables, 'phone')],
      });
      return { told: toldOf(agreementId, change), outbox: addDeliverables(outbox, deliverables, at) };
    }
    case 'telling.contacted': {
      const { agreementId, ...said } = event.values;
      return contactedOf(agreementId, { ...said, at: saidAt, byId, self: null });
    }
    case 'telling.acknowledged': {
      const { agreementId, contactId, ...self } = event.values;
      return contactedOf(agreementId, { contactId, outcome: 'acknowledged', note: null, at: saidAt, byId, self });
    }
    case 'delivery.attempt':
      return { outbox: addAttempt(outbox, event.values) };
    case 'delivery.outcome':
      return { outbox: addOutcome(outbox, event.values, at) };
    case 'delivery.reported':
      return { outbox: addReport(outbox, event.values, at) };
  }
}
