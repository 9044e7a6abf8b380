import type { SaidAbout } from '../../domain/file/kept';
import { type Bringer, decideFile } from '../../domain/notice/decideFile';
import { done, refused, type Result } from '../../domain/shared/errors';
import { withExchange } from '../exchange/exchangeNote';
import { keepFile } from '../file/keepFile';
import { type ReadFile, readFile } from '../file/readFile';
import { type SentFile, type TakenFile, takeFile } from '../file/takeFile';
import { isGuest, mayNoteNotice, mayReadNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import { changeNotice, type Written } from './changeNotice';

type Keep = {
  noticeId: string;
  key: string;
  about: SaidAbout;
  /** How a contact brings it. */
  via?: Bringer['via'] | undefined;
};
export type KeepNoticeFile = SentFile & Keep;

/**
 * Keeps a document with a contact's question or with our answer (duty S3-05): by our people, or with its own question by a
 * contact. What is refused for its question is refused before anything of the file is read.
 *
 * @returns as `takeFile`, then as `decideFile`
 */
export async function keepNoticeFile({ ctx, input }: Call<KeepNoticeFile>): Promise<Result<Written>> {
  if (!isGuest(ctx) && !mayNoteNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { noticeId, key, about, via = 'link' } = input;
  const { orgId, ports } = ctx;
  const by = bringerOf(ctx, via);
  const notice = await ports.projections.read(orgId, 'notice', noticeId);
  if (notice === null) return refused({ code: 'subject.unknown' });
  const isRepeat = (await ports.journal.byKey(orgId, key)) !== null;
  const may = isRepeat ? done(null) : decideFile(notice, { about, hash: null, by }, ports.now());
  if (!may.ok) return may;
  const taken = await takeFile(input);
  return taken.ok ? keepTaken(ctx, { noticeId, key, about, via }, taken.value) : taken;
}

/** Who brings it: a contact, or null for our own people. */
export const bringerOf = (ctx: Context, via: Bringer['via']): Bringer | null =>
  isGuest(ctx) ? { contactId: ctx.actor.id, via } : null;

/** The same of a file that was taken already, for who may. */
export function keepTaken(
  ctx: Context,
  { noticeId, key, about, via = 'link' }: Keep,
  taken: TakenFile,
): Promise<Result<Written>> {
  const { ports } = ctx;
  const by = bringerOf(ctx, via);
  return keepFile(ctx, { kind: 'notice', id: noticeId }, taken, ({ facts, lodge }) =>
    changeNotice(ctx, {
      noticeId,
      key,
      command: { keep: about, hash: facts.hash, name: facts.name },
      standing: 'judged', // of two at once the second is judged with the first
      async decide(fullCase) {
        const free = decideFile(fullCase.notice, { about, hash: facts.hash, by }, ports.now());
        if (!free.ok) return free;
        await lodge();
        const values = { about, ...facts, via: by?.via ?? null, deliverables: [] };
        return done(await withExchange(ctx, fullCase, { type: 'file.kept', values }));
      },
    }),
  );
}

/** A file of a notice as it came; who takes it is traced. `subject.unknown` also for one that was erased. */
export async function readNoticeFile({
  ctx,
  input,
}: Call<{ noticeId: string; hash: string }>): Promise<Result<ReadFile>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const notice = await ctx.ports.projections.read(ctx.orgId, 'notice', input.noticeId);
  return notice === null ? refused({ code: 'subject.unknown' }) : readFile(ctx, notice, input.hash);
}
