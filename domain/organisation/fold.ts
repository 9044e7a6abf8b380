import type { Actor, Entry } from '../journal/entry';
import { addAttempt, addDeliverables, addOutcome, addReport, type Outgoing } from '../delivery/outbox';
import { readEvent } from '../shared/readEvent';
import type { Identity } from '../authority/identity';
import type { Seat } from '../authority/seat';
import type { CalendarId } from '../deadline/calendar';
import type { Role } from '../shared/roles';
import { SubjectUnreadable } from '../shared/unreadable';
import type { Language } from '../letters/head';
import { type Holder, OrganisationEvent, OWN_TYPES } from './events';

export type Member = { personId: string; roles: Role[]; since: string; until: string | null };

export type Token = {
  tokenId: string;
  /** Number of the entry that issued it. */
  seq: number;
  holder: Holder;
  roles: Role[];
  issuedAt: string;
  issuedBy: string;
  expiresAt: string;
  revokedAt: string | null;
};

export type Organisation = {
  id: string;
  seq: number;
  revision: number;
  /** Revision of the newest decision about members; tokens, relays and alarms are additions. */
  decided: number;
  name: string;
  language: Language;
  timeZone: string;
  /** Where it is established; null: nobody has said, and its country is that of its zone. */
  seat: Seat | null;
  /** By which calendar it works; null: nobody has said, and it is that of its zone. */
  calendar: CalendarId | null;
  /** What it says of itself in the authority's form; null: nothing yet. */
  identity: Identity | null;
  createdAt: string;
  /** Made for `npm run demo` (ADR 0011): nothing of it ever leaves, whatever relay is set. */
  demonstration: boolean;
  members: Member[];
  tokens: Token[];
  /** Null while mails are caught by the built-in server. `testedAt`: since when this very relay is known to take mails. */
  relay: { fingerprint: string; testedAt: string | null } | null;
  /** Entries that management was told of. */
  alarmed: readonly number[];
  outbox: readonly Outgoing[];
  /** Agreements whose contacts asked for a test when it was last said, and when; null: never. */
  contactsDue: { at: string; agreementIds: readonly string[] } | null;
};

/**
 * The organisation as its entries say, on top of an older state if there is one.
 *
 * @throws SubjectUnreadable for an entry of its own vocabulary that this code does not know
 */
export function foldOrganisation(entries: readonly Entry[], start: Organisation | null = null): Organisation | null {
  return entries.reduce(apply, start);
}

function apply(organisation: Organisation | null, entry: Entry): Organisation | null {
  const { revision, subject } = entry;
  const seq = Math.max(entry.seq, organisation?.seq ?? 0); // an entry that fills a gap has a low number
  if (organisation !== null && revision <= organisation.revision) return organisation; // the same entry, read again
  if (!OWN_TYPES.test(entry.type)) return organisation === null ? null : { ...organisation, seq, revision };
  const event = readEvent(OrganisationEvent, entry);
  if (event.type === 'organisation.created') {
    const { name, language, timeZone } = event.values;
    const empty = {
      seat: null,
      calendar: null,
      identity: null,
      members: [],
      tokens: [],
      relay: null,
      alarmed: [],
      outbox: [],
      contactsDue: null,
    };
    const place = { id: subject.id, seq, revision, decided: revision, createdAt: entry.at };
    const demonstration = isDemonstrator(entry.actor);
    return { ...place, demonstration, name, language, timeZone, ...empty };
  }
  if (organisation === null) throw new SubjectUnreadable(entry.type);
  const decided = decisions.includes(event.type) ? revision : organisation.decided;
  return { ...organisation, ...change(organisation, event, entry), seq, revision, decided };
}

/** Who makes the organisations of the demonstration; its id has been this since the first. */
export const DEMONSTRATOR = { kind: 'system', id: 'demo' } as const;

/** Of the first entry of an organisation. */
export const isDemonstrator = (actor: Actor | undefined): boolean =>
  actor?.kind === DEMONSTRATOR.kind && actor.id === DEMONSTRATOR.id;

const decisions: readonly string[] = ['member.added', 'member.changed', 'member.left'];

type Later = Exclude<OrganisationEvent, { type: 'organisation.created' }>;

function change(organisation: Organisation, { type, values }: Later, entry: Entry): Partial<Organisation> {
  const { members, tokens, relay, outbox } = organisation;
  const { at, actor, seq, recordedAt } = entry;
  switch (type) {
    case 'organisation.renamed':
      return { name: values.name };
    case 'organisation.seated': {
      const { calendar = null, ...seat } = values;
      return { seat, calendar };
    }
    case 'organisation.described':
      return { identity: values };
    case 'member.added':
      return { members: [...members, { ...values, since: at, until: null }] };
    case 'member.changed':
      return { members: replaced(members, isPresent(values.personId), { roles: values.roles }) };
    case 'member.left':
      return { members: replaced(members, isPresent(values.personId), { until: at }) };
    case 'member.contactChanged':
    case 'member.forgotten':
      return {}; // names live elsewhere
    case 'token.issued':
      return { tokens: [...tokens, { ...values, seq, issuedAt: at, issuedBy: actor.id, revokedAt: null }] };
    case 'token.revoked':
      return { tokens: replaced(tokens, ({ tokenId }) => tokenId === values.tokenId, { revokedAt: at }) };
    case 'relay.set':
      return { relay: relay?.fingerprint === values.fingerprint ? relay : { ...values, testedAt: null } };
    case 'relay.tested':
      return relay?.fingerprint === values.fingerprint ? { relay: { ...relay, testedAt: at } } : {};
    case 'alarm.raised':
      return {
        // a changed token's entry is still to be told of as issued
        alarmed: values.cause === 'entryChanged' ? organisation.alarmed : [...organisation.alarmed, values.aboutSeq],
        outbox: addDeliverables(outbox, values.deliverables, recordedAt),
      };
    case 'exercise.due':
      return { outbox: addDeliverables(outbox, values.deliverables, recordedAt) };
    case 'contacts.due':
      return {
        contactsDue: { at: recordedAt, agreementIds: values.agreementIds },
        outbox: addDeliverables(outbox, values.deliverables, recordedAt),
      };
    case 'delivery.attempt':
      return { outbox: addAttempt(outbox, values) };
    case 'delivery.outcome':
      return { outbox: addOutcome(outbox, values, recordedAt) };
    case 'delivery.reported':
      return { outbox: addReport(outbox, values, recordedAt) };
  }
}

const isPresent = (personId: string) => (member: Member) => member.personId === personId && member.until === null;

function replaced<T>(list: readonly T[], isMeant: (item: T) => boolean, by: Partial<T>): T[] {
  return list.map((item) => (isMeant(item) ? { ...item, ...by } : item));
}
