import { MAIL, PDF } from '../ports/documents';
import { envelopeName } from '../../domain/notice/envelopeName';
import type { Notice, VersionState } from '../../domain/notice/fold';
import { mailTo } from '../../domain/notice/mailTo';
import { done, refused, type Result } from '../../domain/shared/errors';
import { sealEnvelope } from '../journal/sealEnvelope';
import { mayReadNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import { keptFacts } from './keptFacts';

export type ReadEnvelope = { noticeId: string; version: number; contactId: string };
export type Envelope = { fileName: string; text: string };

/**
 * The signed envelope of what one contact got of one version: which mail and which PDF, by their hashes. It travels
 * beside them to the controller's own system (docs/formats.md), and is the same bytes however often it is asked for.
 */
export async function readEnvelope({
  ctx,
  input: { noticeId, version: number, contactId },
}: Call<ReadEnvelope>): Promise<Result<Envelope>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const notice = await ctx.ports.projections.read(ctx.orgId, 'notice', noticeId);
  return notice === null
    ? refused({ code: 'subject.unknown' })
    : envelopeOf(ctx, notice, { version: number, contactId });
}

/** The same for who has been let in to this notice already: a guest, as the contact of its link. */
export async function envelopeOf(
  ctx: Context,
  notice: Notice,
  { version: number, contactId }: Omit<ReadEnvelope, 'noticeId'>,
): Promise<Result<Envelope>> {
  const version = notice.versions.find((one) => one.number === number);
  // of an exercise there is none: read elsewhere, it would open a real case
  if (version === undefined || notice.opened.exercise) return refused({ code: 'subject.unknown' });
  if (mailTo(notice, version, contactId) === undefined) return refused({ code: 'subject.unknown' });
  const text = await sealedFor(ctx, notice, version, contactId);
  return done({ fileName: envelopeName(notice.opened.reference, number), text });
}

/** Signed: what one contact was sent of a version; without a contact, that there is this version. */
export async function sealedFor(
  ctx: Context,
  notice: Notice,
  version: VersionState,
  contactId: string | null,
): Promise<string> {
  const { number, kind, frozenAt, envelopesAt, checkpointHash, pdfs } = version;
  const mail = contactId === null ? undefined : mailTo(notice, version, contactId);
  const documents = [
    ...(mail === undefined ? [] : [{ mediaType: MAIL, sha256: mail.documentId }]),
    ...pdfs.filter((pdf) => pdf.contactId === contactId).map(({ pdfId }) => ({ mediaType: PDF, sha256: pdfId })),
  ];
  const about = { id: notice.id, reference: notice.opened.reference, version: number, kind };
  const facts = await keptFacts(ctx, notice.id, version);
  return sealEnvelope(ctx, { notice: about, checkpointHash, documents, madeAt: envelopesAt ?? frozenAt, facts });
}
