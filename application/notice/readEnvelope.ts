import { mailTo } from '../../domain/notice/mailTo';
import { done, refused, type Result } from '../../domain/shared/errors';
import { sealEnvelope } from '../journal/sealEnvelope';
import { mayReadNotice } from '../policies/notice';
import type { Call } from '../ports/ports';

export type ReadEnvelope = { noticeId: string; version: number; contactId: string };

/**
 * The signed envelope of what one contact got of one version: which mail and which PDF, by their hashes. It travels
 * beside them to the controller's own system (docs/formats.md), and is the same bytes however often it is asked for.
 */
export async function readEnvelope({
  ctx,
  input: { noticeId, version: number, contactId },
}: Call<ReadEnvelope>): Promise<Result<{ fileName: string; text: string }>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const notice = await ctx.ports.projections.read(ctx.orgId, 'notice', noticeId);
  const version = notice?.versions.find((one) => one.number === number);
  if (!notice || version === undefined) return refused({ code: 'subject.unknown' });
  const { reference } = notice.opened;
  const { kind, frozenAt: madeAt, checkpointHash, pdfs } = version;
  const mail = mailTo(notice, version, contactId);
  if (mail === undefined) return refused({ code: 'subject.unknown' });
  const documents = [
    { mediaType: 'message/rfc822', sha256: mail.documentId },
    ...pdfs
      .filter((pdf) => pdf.contactId === contactId)
      .map(({ pdfId }) => ({ mediaType: 'application/pdf', sha256: pdfId })),
  ];
  const about = { id: noticeId, reference, version: number, kind };
  const text = await sealEnvelope(ctx, { notice: about, checkpointHash, documents, madeAt });
  return done({ fileName: `${reference}-v${number}.envelope.jsonl`, text });
}
