import { addAttempt, addDeliverables, addOutcome, addReport, isGone, type Outgoing } from '../delivery/outbox';
import type { Entry } from '../journal/entry';
import { isJournalEvent } from '../journal/events';
import type { Folded } from '../journal/states';
import { readEvent } from '../shared/readEvent';
import { SubjectUnreadable } from '../shared/unreadable';
import { contactIdsOf } from './contacts';
import { addTests, type ContactTest, noteCall, noteConfirmed, noteOutcome } from './contactTests';
import { AgreementEvent, type Signed, type VersionRecorded } from './events';
import type { AgreementStage } from './transitions';

/** `recordedSeq`: its entry. `signatures` are those given here; a first version brings its own on paper. */
export type AgreementVersion = Omit<VersionRecorded, 'contactIds'> & {
  recordedSeq: number;
  /** Who each contact is, over all versions: see `contactIdsOf`. */
  contactIds: readonly string[];
  recordedAt: string;
  signatures: readonly Signed[];
  state: 'PROPOSED' | 'SIGNED' | 'WITHDRAWN';
  /** Instant of the last signature; null on paper (the date is in the document) and while one is missing. */
  signedAt: string | null;
};

export type Agreement = Folded & {
  partyId: string;
  reference: string;
  stage: AgreementStage;
  recordedAt: string;
  /** Oldest first; a withdrawn proposal stays in the list, its number is used again. */
  versions: readonly AgreementVersion[];
  /** Mails with a link to sign; one whose link opens nothing any more is not tried again. */
  outbox: readonly Outgoing[];
  /** Contacts for whom a webhook can be signed, each with when its newest secret was made. */
  secrets: readonly { contactId: string; issuedAt: string }[];
  /** What came of the newest test of each contact and channel, and of the last that worked. */
  contactTests: readonly ContactTest[];
  /** The organisation of the same installation that the controller is, by consent of both; null: none. */
  inside: { orgId: string; since: string } | null;
  /** The organisation of another installation that the controller is: by its key, and where that installation is told. */
  outside: { key: string; url: string; since: string } | null;
};

/**
 * An agreement and its versions from its entries in order of revision, on top of an older state if there is one.
 *
 * @throws SubjectUnreadable for an entry that this version does not know
 */
export function foldAgreement(entries: readonly Entry[], start: Agreement | null = null): Agreement | null {
  return entries.reduce(apply, start);
}

function apply(agreement: Agreement | null, entry: Entry): Agreement | null {
  if (agreement !== null && entry.revision <= agreement.revision) return agreement; // the same entry, read again
  const { seq, revision, recordedAt } = entry;
  if (agreement !== null && isJournalEvent(entry)) return { ...agreement, seq, revision };
  const event = readEvent(AgreementEvent, entry);
  if (event.type === 'agreement.recorded') return recorded(entry, event.values);
  if (agreement === null) throw new SubjectUnreadable(entry.type);
  if (event.type === 'agreement.secretIssued') {
    const { contactId } = event.values;
    const others = agreement.secrets.filter((one) => one.contactId !== contactId);
    return { ...agreement, secrets: [...others, { contactId, issuedAt: recordedAt }], seq, revision };
  }
  if (event.type === 'agreement.tied') {
    const { organisationId: orgId, key, exchangeUrl: url } = event.values;
    const inside = orgId === null ? null : { orgId, since: recordedAt };
    const outside = key === null || url === null ? null : { key, url, since: recordedAt };
    return { ...agreement, inside, outside, seq, revision };
  }
  const mailed = changeOutbox(agreement, event, recordedAt);
  const contactTests = changeTests(agreement, event, entry);
  if (mailed !== null || contactTests !== null) {
    return { ...agreement, ...(mailed && { outbox: mailed }), ...(contactTests && { contactTests }), seq, revision }; // decides nothing
  }
  const decided = change(agreement, event, entry);
  return { ...agreement, ...decided, seq, revision, ...(decided && { decided: revision }) };
}

function recorded({ subject, seq, revision, recordedAt }: Entry, values: VersionRecorded): Agreement {
  const facts = { ...values, recordedSeq: seq, recordedAt, contactIds: contactIdsOf(values, []) };
  const version = { ...facts, signatures: [], state: 'SIGNED' as const, signedAt: null };
  const { partyId, reference } = values;
  const place = { id: subject.id, seq, revision, decided: revision };
  const opened = { partyId, reference, stage: 'IN_FORCE' as const, recordedAt, versions: [version] };
  return { ...place, ...opened, outbox: [], secrets: [], contactTests: [], inside: null, outside: null };
}

/** A newer link to the same contact, or a newer test of the same way, takes the older one's place. */
function changeOutbox(agreement: Agreement, { type, values }: AgreementEvent, at: string): Outgoing[] | null {
  const { outbox } = agreement;
  switch (type) {
    case 'agreement.linkIssued': {
      const others = outbox.filter(
        (mail) => mail.to.id !== values.contactId || isGone(mail) || isTest(agreement, mail),
      );
      return addDeliverables(others, values.deliverable === null ? [] : [values.deliverable], at);
    }
    case 'agreement.contactsTested': {
      const isNewer = ({ to, channel }: Outgoing) =>
        values.deliverables.some((one) => one.to.id === to.id && one.channel === channel);
      return addDeliverables(
        outbox.filter((one) => !(isTest(agreement, one) && isNewer(one))),
        values.deliverables,
        at,
      );
    }
    case 'delivery.attempt':
      return addAttempt(outbox, values);
    case 'delivery.outcome':
      return addOutcome(outbox, values, at);
    case 'delivery.reported':
      return addReport(outbox, values, at);
    default:
      return null;
  }
}

const isTest = ({ contactTests }: Agreement, { id }: Outgoing): boolean =>
  contactTests.some(({ last }) => last.deliverableId === id);

function changeTests({ contactTests }: Agreement, { type, values }: AgreementEvent, { at, recordedAt }: Entry) {
  switch (type) {
    case 'agreement.contactsTested':
      return addTests(contactTests, values, recordedAt);
    case 'agreement.contactConfirmed':
      return noteConfirmed(contactTests, values.deliverableId, recordedAt);
    case 'agreement.contactCalled':
      return noteCall(contactTests, values, at);
    case 'delivery.outcome':
      return noteOutcome(contactTests, values, recordedAt);
    default:
      return null;
  }
}

/** What somebody decided; null for what decides nothing, which is folded above. */
function change(
  agreement: Agreement,
  { type, values }: AgreementEvent,
  { seq, recordedAt }: Entry,
): Partial<Agreement> | null {
  const { versions, outbox } = agreement;
  const isLeft = (mail: Outgoing) => isGone(mail) || isTest(agreement, mail);
  switch (type) {
    case 'agreement.amendmentProposed': {
      const signed = versions.filter(({ state }) => state === 'SIGNED');
      const facts = { ...values, recordedSeq: seq, recordedAt, contactIds: contactIdsOf(values, signed) };
      const proposed = { ...facts, signatures: [], state: 'PROPOSED' as const, signedAt: null };
      return { stage: 'AMENDING', versions: [...versions, proposed] };
    }
    case 'agreement.signed': {
      const [older, proposed] = [versions.slice(0, -1), versions.at(-1)];
      if (proposed === undefined) return {};
      const signed = sign(proposed, values, recordedAt);
      if (signed.state !== 'SIGNED') return { stage: 'AMENDING', versions: [...older, signed] };
      return { stage: 'IN_FORCE', versions: [...older, signed], outbox: outbox.filter(isLeft) };
    }
    case 'agreement.amendmentWithdrawn':
      return {
        stage: 'IN_FORCE',
        outbox: outbox.filter(isLeft),
        versions: versions.map((version) =>
          version.state === 'PROPOSED' ? { ...version, state: 'WITHDRAWN' as const } : version,
        ),
      };
    default:
      return null;
  }
}

function sign(version: AgreementVersion, signature: Signed, at: string): AgreementVersion {
  const signatures = [...version.signatures, signature];
  const isSigned = new Set(signatures.map(({ side }) => side)).size === 2;
  return { ...version, signatures, state: isSigned ? 'SIGNED' : 'PROPOSED', signedAt: isSigned ? at : null };
}
