import { done, refused, type Result } from '../../domain/shared/errors';
import { copyText } from '../notice/copyText';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

/** One version as plain text, as it was sent to this contact; `subject.unknown` once its key has been destroyed. */
export async function readTextByLink(
  ports: Ports,
  { token, version }: { token: string; version: number },
): Promise<Result<{ filename: string; bytes: Buffer }>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const text = await copyText(ctx, fullCase.notice, { version, contactId: contact.id });
  if (text === null) return refused({ code: 'subject.unknown' });
  return done({ filename: `${fullCase.notice.opened.reference}-v${version}.txt`, bytes: Buffer.from(text, 'utf8') });
}
