import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { loadCase } from './readCase';

export type ReadVersionPdf = { noticeId: string; version: number; contactId: string };

/** The PDF of one version as it was made for one contact; `subject.unknown` once its key has been destroyed. */
export async function readVersionPdf({
  ctx,
  input: { noticeId, version, contactId },
}: Call<ReadVersionPdf>): Promise<Result<{ fileName: string; bytes: Buffer }>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const read = await loadCase(ctx, noticeId);
  if (!read.ok) return read;
  const { versions, opened } = read.value.notice;
  const pdfs = versions.find(({ number }) => number === version)?.pdfs ?? [];
  const pdf = pdfs.find((one) => one.contactId === contactId);
  const document = pdf && (await ctx.ports.documents.get(ctx.orgId, noticeId, pdf.pdfId));
  if (!document) return refused({ code: 'subject.unknown' });
  return done({ fileName: `${opened.reference}-v${version}.pdf`, bytes: document.bytes });
}
