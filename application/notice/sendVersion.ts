import type { SendingCommand } from '../../domain/notice/commands';
import { decideVersion } from '../../domain/notice/decideVersion';
import { newestVersion } from '../../domain/notice/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { maySendNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { changeNotice, type Written } from './changeNotice';
import { defaultsOf } from './defaults';
import { freezeVersion, readShared } from './freezeVersion';
import { notOverwritten } from './notOverwritten';

export type SendVersion = {
  noticeId: string;
  key: string;
  command: SendingCommand;
  /**
   * The newest decision or drafting that the sender had read: what was decided, or kept as a draft, since then is refused
   * with what it is. A machine, which reads now, gives none.
   */
  decided?: number;
};

/**
 * Freezes a version of the notice, rendered once to the bytes that will leave. Delivery follows by itself.
 * Persons, workflow and watchdog all come through here; under one key the second is a no-op.
 */
export async function sendVersion({ ctx, input }: Call<SendVersion>): Promise<Result<Written>> {
  if (!maySendNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { noticeId, key, command, decided } = input;
  const shared = readShared(ctx);
  return changeNotice(ctx, {
    noticeId,
    key,
    command,
    decided,
    standing: 'decision',
    async decide(fullCase) {
      // read anew at each try: a draft kept while letters were rendered was seen by nobody who sends
      const seen = decided === undefined ? done(null) : await notOverwritten(ctx, fullCase.notice, decided);
      if (!seen.ok) return seen;
      const version = decideVersion(fullCase, command, defaultsOf(fullCase), ctx.ports.now());
      if (!version.ok) return version;
      return done({ type: 'notice.version', values: await freezeVersion(ctx, fullCase, version.value, shared) });
    },
  });
}

/** Which version a machine would make next: the name under which engine, watchdog and restore do it once. */
export const nextNumber = (notice: Parameters<typeof newestVersion>[0]): number =>
  (newestVersion(notice)?.number ?? 0) + 1;
