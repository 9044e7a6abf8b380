import type { Result } from '../../domain/shared/errors';
import type { SentFile } from '../file/takeFile';
import type { Written } from '../notice/changeNotice';
import { keepNoticeFile } from '../notice/keepNoticeFile';
import type { Ports } from '../ports/ports';
import { enterByLink } from './enterByLink';

/** `key`: made with the form, so that a file sent twice is one file. */
export type KeepFileByLink = SentFile & { token: string; key: string; questionId: string };

/**
 * A contact's document with its own question (duty S3-05), in the sender's journal.
 *
 * @returns as `keepNoticeFile`
 */
export async function keepFileByLink(
  ports: Ports,
  { token, key, questionId, ...sent }: KeepFileByLink,
): Promise<Result<Written>> {
  const visit = await enterByLink(ports, token);
  if (!visit.ok) return visit;
  const { ctx, fullCase, contact } = visit.value;
  const noticeId = fullCase.notice.id;
  const about = { kind: 'question' as const, questionId };
  const named = `notice/${noticeId}/file/${contact.id}/${key}`;
  return keepNoticeFile({ ctx, input: { ...sent, noticeId, key: named, about } });
}
