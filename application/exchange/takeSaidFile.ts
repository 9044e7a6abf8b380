import type { FileSaid } from '../../domain/exchange/message';
import { decideFile } from '../../domain/notice/decideFile';
import { done, refused, type Result } from '../../domain/shared/errors';
import { caseFileIssues } from '../controllerCase/keepCaseFile';
import { answerFileKey, takeAnswerFile } from '../controllerCase/takeAnswerFile';
import { oneChunk } from '../file/storedFile';
import { type SentFile, takeFile } from '../file/takeFile';
import { keepNoticeFile } from '../notice/keepNoticeFile';
import type { Context } from '../ports/ports';
import { caseOpenedBy } from '../received/openedBy';

/** Of a document, for who asks for them; that gives null while too many are read. */
export type Bytes = (() => AsyncIterable<Buffer> | null) | null;

type Taken = Result<string> | { why: 'altered' | 'bytesMissing' | 'busy' };

/** Where it would be kept: under which key, whether it may be, and by which use case. */
type Place = { key: string; may: Result<unknown>; keep(sent: SentFile): Promise<Result<unknown>> };

/**
 * A document with a question of the controller, or with an answer of the processor (ADR 0041). What is refused is refused
 * before a byte of it is read; what comes is believed where it is what was sealed, and is what its own bytes say.
 *
 * @returns when it was kept first
 */
export async function takeSaidFile(ctx: Context, origin: string, said: FileSaid, bytes: Bytes): Promise<Taken> {
  const place = await (said.about === 'question' ? onNotice(ctx, origin, said) : onCase(ctx, origin, said));
  if (place === null) return refused({ code: 'subject.unknown' });
  const { journal } = ctx.ports;
  const before = await journal.byKey(ctx.orgId, place.key);
  if (before !== null) return done(before.recordedAt);
  if (!place.may.ok) return place.may;
  if (bytes === null) return { why: 'bytesMissing' };
  const coming = bytes();
  if (coming === null) return { why: 'busy' };
  const { name, hash, size } = said;
  const file = await takeFile({ name, bytes: coming });
  if (!file.ok) return file;
  if (file.value.hash !== hash || file.value.size !== size) return { why: 'altered' };
  const kept = await place.keep({ name, bytes: oneChunk(file.value.bytes) });
  if (!kept.ok) return kept;
  const entry = await journal.byKey(ctx.orgId, place.key);
  return entry === null ? refused({ code: 'subject.unknown' }) : done(entry.recordedAt);
}

/** As the act of who asked, in the name of the contact that stands for the controller's installation. */
async function onNotice(ctx: Context, origin: string, { noticeId, questionId, hash }: FileSaid): Promise<Place | null> {
  const notice = await ctx.ports.projections.read(ctx.orgId, 'notice', noticeId);
  const question = notice?.questions.find(({ id, via }) => id === questionId && via === 'exchange');
  if (notice === null || question === undefined) return null;
  const { contactId } = question;
  const guest: Context = { ...ctx, actor: { kind: 'guest', id: contactId } };
  const key = `exchange/${origin}/${noticeId}/file/${questionId}/${hash}`;
  const about = { kind: 'question' as const, questionId };
  const via = 'exchange' as const;
  return {
    key,
    may: decideFile(notice, { about, hash, by: { contactId, via } }, ctx.ports.now()),
    keep: (sent) => keepNoticeFile({ ctx: guest, input: { ...sent, noticeId, key, about, via } }),
  };
}

async function onCase(ctx: Context, origin: string, { noticeId, questionId, hash }: FileSaid): Promise<Place | null> {
  const caseId = await caseOpenedBy(ctx, { origin, noticeId });
  const one = caseId && (await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId));
  if (caseId === null || !one) return null;
  const named = `${questionId}/${hash}`;
  const issues = caseFileIssues(one, { kind: 'answer', questionId }, hash);
  return {
    key: answerFileKey(caseId, named),
    may: issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(null),
    keep: (sent) => takeAnswerFile({ ctx, input: { ...sent, origin, noticeId, questionId, named, via: 'exchange' } }),
  };
}
