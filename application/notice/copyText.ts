import type { Notice } from '../../domain/notice/fold';
import { mailTo } from '../../domain/notice/mailTo';
import type { Context } from '../ports/ports';

/** The words of one version as they left for one contact; null where none left by mail, or once they are erased. */
export async function copyText(
  { orgId, ports }: Pick<Context, 'orgId' | 'ports'>,
  notice: Pick<Notice, 'id' | 'outbox' | 'versions'>,
  at: { version: number; contactId: string },
): Promise<string | null> {
  const version = notice.versions.find(({ number }) => number === at.version);
  const copy = version && mailTo(notice, version, at.contactId);
  const mail = copy && (await ports.documents.get(orgId, notice.id, copy.documentId));
  return mail ? ports.mailer.textOf(mail.bytes) : null;
}
