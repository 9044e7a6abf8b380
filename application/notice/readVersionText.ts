import { maskLinks } from '../../domain/notice/maskLinks';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { copyText } from './copyText';
import { loadCase } from './readCase';
import type { ReadVersionPdf } from './readVersionPdf';

/** One version as plain text, as it left for one contact, but for the secret of its link; `subject.unknown` once erased. */
export async function readVersionText({
  ctx,
  input: { noticeId, version, contactId },
}: Call<ReadVersionPdf>): Promise<Result<{ fileName: string; bytes: Buffer }>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const read = await loadCase(ctx, noticeId);
  if (!read.ok) return read;
  const { notice } = read.value;
  const text = await copyText(ctx, notice, { version, contactId });
  if (text === null) return refused({ code: 'subject.unknown' });
  return done({
    fileName: `${notice.opened.reference}-v${version}.txt`,
    bytes: Buffer.from(maskLinks(text), 'utf8'),
  });
}
