import { done, refused, type Result } from '../../domain/shared/errors';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

/** The PDF of one version as it was sent to this contact; `subject.unknown` once its key has been destroyed. */
export async function readPdfByLink(
  ports: Ports,
  { token, version }: { token: string; version: number },
): Promise<Result<{ filename: string; bytes: Buffer }>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const { id, versions, opened } = fullCase.notice;
  const pdfs = versions.find(({ number }) => number === version)?.pdfs ?? [];
  const pdf = pdfs.find(({ contactId }) => contactId === contact.id);
  const document = pdf === undefined ? null : await ports.documents.get(ctx.orgId, id, pdf.pdfId);
  if (document === null) return refused({ code: 'subject.unknown' });
  return done({ filename: `${opened.reference}-v${version}.pdf`, bytes: document.bytes });
}
