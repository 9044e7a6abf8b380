import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { copyText } from './copyText';
import { loadCase } from './readCase';
import type { ReadVersionPdf } from './readVersionPdf';

/** The secret of a contact's link: who has it may acknowledge in that contact's name. */
const LINK = /\/n\/[\w-]{43}/g;

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
    bytes: Buffer.from(text.replaceAll(LINK, '/n/…'), 'utf8'),
  });
}
