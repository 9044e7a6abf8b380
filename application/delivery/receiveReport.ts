import { MAIL } from '../ports/documents';
import { type DeliveryStatus, readDeliveryStatus, verdictOf } from '../../domain/delivery/deliveryStatus';
import { readEnvelopeId } from '../../domain/delivery/envelopeId';
import type { ReportAction } from '../../domain/delivery/events';
import type { Outgoing } from '../../domain/delivery/outbox';
import type { Subject } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { numberIn, readNameOfMail } from '../../domain/controllerCase/mailToPerson';
import { canonical } from '../../domain/shared/jcs';
import { appendEvent } from '../entries/appendEvent';
import { mayReportDelivery } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import type { OutboxKind } from './deliver';

/** `created` false: the same was reported before, and the entry is the one that said so. */
export type Received = { seq: number; created: boolean; subject: Subject; deliverableId: string; action: ReportAction };

/**
 * Takes a delivery status notice (RFC 3464) as it came and adds what it says to the mail that it is about, found by the
 * ENVID that we gave, or by its Message-ID where a relay dropped that. The raw notice is stored with the case, but for that
 * of a mail to a person concerned, which is counted alone. Reporting the same again is one entry.
 *
 * @returns `report.unreadable` for any other mail, `report.unmatched` for one about nothing that left from here
 */
export async function receiveReport({ ctx, input: { raw } }: Call<{ raw: Buffer }>): Promise<Result<Received>> {
  if (!mayReportDelivery(ctx)) return refused({ code: 'actor.forbidden' });
  const status = readDeliveryStatus(raw);
  if (status === null) return refused({ code: 'report.unreadable' });
  const ofPerson = await reportOfPerson(ctx, status);
  if (ofPerson !== null) return done(ofPerson);
  const found = await find(ctx, status);
  if (found === null) return refused({ code: 'report.unmatched' });
  const { subject, revision, outgoing } = found;
  const values = { deliverableId: outgoing.id, ...verdictOf(status) };
  const place = { subject, deliverableId: outgoing.id, action: values.action };
  const key = `${subject.kind}/${subject.id}/${outgoing.id}/reported/${values.action}/${values.status}`;
  const before = await ctx.ports.journal.recall(ctx.orgId, key, canonical(values));
  if (!before.ok) return before;
  if (before.value !== null) return done({ seq: before.value.seq, created: false, ...place });

  const stored = { address: '', mediaType: MAIL, bytes: raw };
  const documentId = await ctx.ports.documents.put(ctx.orgId, subject.id, stored);
  const appended = await appendEvent(ctx, {
    subject,
    key,
    request: values, // the same report comes by several ways, each time with other trace fields
    event: { type: 'delivery.reported', values: { ...values, documentId } },
    standing: { kind: 'addition', revision: revision + 1 },
  });
  return appended.ok ? done({ seq: appended.value.entry.seq, created: appended.value.created, ...place }) : appended;
}

const KINDS: readonly OutboxKind[] = [
  'notice',
  'incident',
  'organisation',
  'agreement',
  'controllerCase',
  'exercise',
  'vulnerability',
  'transfer',
];

type Found = { subject: Subject; revision: number; outgoing: Outgoing };

/** The subject's id stands before the dot in both names; the whole name must then be that of one of its deliverables. */
async function find({ orgId, ports }: Context, { envelopeId, messageId }: DeliveryStatus): Promise<Found | null> {
  for (const id of new Set(namesIn(orgId, { envelopeId, messageId }).map((name) => name.split('.')[0] ?? ''))) {
    if (id === '') continue;
    for (const kind of KINDS) {
      const state = await ports.projections.read(orgId, kind, id);
      const outgoing = state?.outbox.find((one) => isNamed(one, envelopeId, messageId));
      if (state && outgoing) return { subject: { kind, id }, revision: state.revision, outgoing };
    }
  }
  return null;
}

/** What the subject and the mail are called, by the ENVID and by the Message-ID. */
const namesIn = (
  orgId: string,
  { envelopeId, messageId }: Pick<DeliveryStatus, 'envelopeId' | 'messageId'>,
): string[] =>
  [partOf(orgId, envelopeId), messageId?.replace(/^<([^@]*)@.*$/, '$1')].filter((name) => name !== undefined);

/**
 * A mail to a person concerned has no place in the journal: that it never arrived is counted with its list (ADR 0030).
 * The report itself, which names the person, is not kept. Whoever cannot have seen that very mail is not believed: for the
 * others a report would have the person told again. The name of a list that is gone proves nothing any more.
 */
async function reportOfPerson({ orgId, ports }: Context, status: DeliveryStatus): Promise<Received | null> {
  for (const name of namesIn(orgId, status)) {
    const mail = readNameOfMail(name);
    const one = mail && (await ports.projections.read(orgId, 'controllerCase', mail.caseId));
    const sending = one?.persons.sendings.find(({ ordinal }) => ordinal === mail?.ordinal);
    const secret = sending && (await ports.recipients.secretOf(orgId, sending.listId));
    const n = mail && secret ? numberIn(secret, mail.token) : null;
    if (!one || !sending || n === null) continue;
    const { action } = verdictOf(status);
    const created = action === 'failed' && (await ports.recipients.bounce(orgId, sending.listId, n));
    return { seq: sending.seq, created, subject: { kind: 'controllerCase', id: one.id }, deliverableId: name, action };
  }
  return null;
}

function partOf(orgId: string, envelopeId: string | null): string | undefined {
  const read = envelopeId === null ? null : readEnvelopeId(envelopeId);
  return read?.orgId === orgId ? read.deliverableId : undefined;
}

const isNamed = (outgoing: Outgoing, envelopeId: string | null, messageId: string | null): boolean =>
  outgoing.channel === 'email' && (outgoing.envelopeId === envelopeId || outgoing.messageId === messageId);
