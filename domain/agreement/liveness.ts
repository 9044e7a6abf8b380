import { type Outgoing, isAccepted, lastResult } from '../delivery/outbox';
import type { Offers } from '../delivery/offers';
import { exchangedOf } from '../exchange/exchanged';
import type { ExchangeWhy } from '../exchange/why';
import { waysTo } from '../notice/waysTo';
import { DAY_MS, plusMs } from '../shared/instant';
import { contactsOf, type NoticeContact } from './contacts';
import { isTestedChannel, type ContactTest, type TestedChannel } from './contactTests';
import type { Agreement } from './fold';
import { hasEnded, newestSigned } from './versions';

/** So long a test that worked counts, and a contract waits for its first. No law says it (our own figure). */
export const TESTED_EVERY_DAYS = 180;

/** Who has not answered a test by then was not reached by it. */
export const ANSWERED_WITHIN_DAYS = 7;

/**
 * `waiting`: a test has left, or is to leave. `caught`: the catching server kept it, nobody was told. `failed`: refused,
 * came back, not answered in time, nobody on the telephone. `stale`: what worked is too long ago, or nothing was tried.
 */
export const LIVENESS_STATES = ['works', 'waiting', 'caught', 'failed', 'never', 'stale'] as const;
export type LivenessState = (typeof LIVENESS_STATES)[number];

export type Liveness = {
  /** Contact of the newest version; by exchange our record of the controller (`partyId`). */
  contactId: string;
  name: string;
  channel: TestedChannel;
  state: LivenessState;
  testedAt: string | null;
  succeededAt: string | null;
  /** By when it is to be tried (again), UTC. */
  dueAt: string;
  /** Somebody has to see to it; never once the agreement has ended. */
  asks: boolean;
  /** What another installation said to the newest test, unless it took it; null by any other way. */
  why: ExchangeWhy | null;
};

/**
 * Of each contact of the newest version, by each way that a notice would take, whether it was shown to work; and of the
 * controller's own installation, where the agreement is tied to one. What worked counts for the address that it was shown
 * of, in whatever version: another address, or another tie, has yet to be tried.
 */
export function livenessOf(agreement: Agreement, offers: Offers, now: Date): Liveness[] {
  const current = newestSigned(agreement);
  if (current === null) return [];
  const ways = contactsOf(current).flatMap((contact) =>
    waysTo(contact, offers).flatMap(({ channel }) =>
      isTestedChannel(channel) ? [wayOf(agreement, contact, channel, now)] : [],
    ),
  );
  return offers.exchange ? [...ways, ...exchangeOf(agreement, now)] : ways;
}

/** Whether anything of an agreement asks to be tried again. */
export const asksForTests = (agreement: Agreement, offers: Offers, now: Date): boolean =>
  livenessOf(agreement, offers, now).some(({ asks }) => asks);

function wayOf(agreement: Agreement, contact: NoticeContact, channel: TestedChannel, now: Date): Liveness {
  const { id: contactId, name } = contact;
  const address = addressBy(contact, channel);
  const isSame = ({ version }: Tested) => addressIn(agreement, version, contactId, channel) === address;
  const since = knownSince(agreement, contactId, channel, address);
  return judged(agreement, { contactId, name, channel, isSame, since }, now);
}

function exchangeOf(agreement: Agreement, now: Date): Liveness[] {
  const { outside, partyId: contactId, reference } = agreement;
  if (outside === null) return [];
  const name = newestSigned(agreement)?.document?.controller.name ?? reference;
  const isSame = ({ at }: Tested) => Date.parse(at) >= Date.parse(outside.since);
  return [judged(agreement, { contactId, name, channel: 'exchange', isSame, since: outside.since }, now)];
}

type Tested = { version: number; at: string };
/** `isSame`: a test was of where the way leads now; `since`: when that became known. */
type TestedWay = Pick<Liveness, 'contactId' | 'name' | 'channel'> & { isSame(tested: Tested): boolean; since: string };

function judged(agreement: Agreement, { contactId, name, channel, isSame, since }: TestedWay, now: Date): Liveness {
  const found = agreement.contactTests.find((one) => one.contactId === contactId && one.channel === channel);
  const last = found !== undefined && isSame(found.last) ? found.last : null;
  const success = found?.success != null && isSame(found.success) ? found.success : null;
  const dueAt = plusMs(success?.at ?? since, TESTED_EVERY_DAYS * DAY_MS);
  const isDue = Date.parse(dueAt) <= now.getTime();
  const open = last === null ? null : openState(last, agreement.outbox, now);
  const settled = success === null && !isDue ? ('never' as const) : isDue ? ('stale' as const) : ('works' as const);
  const state = open ?? settled;
  const asks = !hasEnded(agreement, now) && (state === 'failed' || (isDue && state !== 'waiting'));
  const why = exchangedOf(agreement.outbox, last?.deliverableId ?? null)?.why ?? null;
  const [testedAt, succeededAt] = [last?.at ?? null, success?.at ?? null];
  return { contactId, name, channel, state, testedAt, succeededAt, dueAt, asks, why };
}

/** What the newest test says while it has not worked; null once it has. */
function openState(last: ContactTest['last'], outbox: readonly Outgoing[], now: Date): LivenessState | null {
  if (last.reached !== null) return last.reached ? null : 'failed';
  const outgoing = outbox.find(({ id }) => id === last.deliverableId);
  if (outgoing === undefined) return 'failed';
  const result = lastResult(outgoing);
  if (result === 'refused') return 'failed';
  if (result === 'caught' && !isAccepted(outgoing)) return 'caught';
  return now.getTime() - Date.parse(last.at) > ANSWERED_WITHIN_DAYS * DAY_MS ? 'failed' : 'waiting';
}

function addressBy({ email, phone, webhookUrl }: NoticeContact, channel: TestedChannel): string | null {
  if (channel === 'email') return email?.toLowerCase() ?? null;
  return channel === 'webhook' ? webhookUrl : phone;
}

function addressIn(agreement: Agreement, version: number, contactId: string, channel: TestedChannel): string | null {
  const signed = agreement.versions.find((one) => one.version === version && one.state === 'SIGNED');
  const contact = signed && contactsOf(signed).find(({ id }) => id === contactId);
  return contact === undefined ? null : addressBy(contact, channel);
}

/** When the first version that names this address for the contact was recorded, UTC. */
function knownSince(agreement: Agreement, contactId: string, channel: TestedChannel, address: string | null): string {
  const signed = agreement.versions.filter(({ state }) => state === 'SIGNED');
  const first = signed.find(({ version }) => addressIn(agreement, version, contactId, channel) === address);
  return first?.recordedAt ?? agreement.recordedAt;
}
