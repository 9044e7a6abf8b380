import type { NoticeFacts } from '../../domain/exchange/noticeFacts';
import { envelopeName } from '../../domain/notice/envelopeName';
import type { Version } from '../../domain/notice/events';
import type { Notice } from '../../domain/notice/fold';
import { isHandedOn } from '../../domain/notice/handing';
import { sha256 } from '../../domain/shared/sha256';
import { sealEnvelope } from '../journal/sealEnvelope';
import { JSON_LINES, PDF } from '../ports/documents';
import type { Context } from '../ports/ports';
import type { FullCase } from './readCase';

/** Whether the controller uses Vigie, here or elsewhere: to it alone the signed envelope travels in the mail, too. */
export const isTied = ({ notice, agreement }: Pick<FullCase, 'notice' | 'agreement'>): boolean =>
  isHandedOn(notice) && (agreement.inside !== null || agreement.outside !== null);

/**
 * The signed envelope as an attachment of the mail of a version, to be taken in by hand where nothing passes by itself. It
 * names the PDF beside it, and not the mail that it is a part of. A key that does not sign holds no mail back.
 */
export async function attachedEnvelope(
  ctx: Context,
  { id, opened: { reference } }: Pick<Notice, 'id' | 'opened'>,
  { number, kind }: Pick<Version, 'number' | 'kind'>,
  pdf: Buffer | null,
  { checkpoint, now, facts }: { checkpoint: string | null; now: Date; facts: NoticeFacts | null },
) {
  const documents = pdf === null ? [] : [{ mediaType: PDF, sha256: sha256(pdf) }];
  const notice = { id, reference, version: number, kind };
  const sealed = { notice, checkpointHash: checkpoint, documents, madeAt: now.toISOString(), facts };
  const text = await sealEnvelope(ctx, sealed).catch(() => null);
  if (text === null) return [];
  return [{ filename: envelopeName(reference, number), mediaType: JSON_LINES, bytes: Buffer.from(text, 'utf8') }];
}
