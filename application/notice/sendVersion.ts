import type { SendingCommand } from '../../domain/notice/commands';
import { decideVersion } from '../../domain/notice/decideVersion';
import { newestVersion } from '../../domain/notice/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import { appendEvent } from '../entries/appendEvent';
import { maySendNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { checkDecided } from './checkDecided';
import { defaultsOf } from './defaults';
import { freezeVersion } from './freezeVersion';
import { loadCase } from './readCase';

export type SendVersion = {
  noticeId: string;
  key: string;
  command: SendingCommand;
  /** The newest decision that the sender had read; a machine, which reads now, gives none. */
  decided?: number;
};

export type Written = { seq: number; revision: number; created: boolean };

/**
 * Freezes a version of the notice, rendered once to the bytes that will leave. Delivery follows by itself.
 * Persons, workflow and watchdog all come through here; under one key the second is a no-op.
 */
export async function sendVersion({ ctx, input }: Call<SendVersion>): Promise<Result<Written>> {
  if (!maySendNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { noticeId, key, command } = input;
  const request = requestOf(noticeId, command);

  // Before the decision: a repeat of what has succeeded would find the notice already gone.
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done({ ...repeat.value, created: false });

  const read = await loadCase(ctx, noticeId);
  if (!read.ok) return read;
  const noticeCase = read.value;
  const current = await checkDecided(ctx, noticeCase.notice, input.decided);
  if (!current.ok) return current;

  const decided = decideVersion(noticeCase, command, defaultsOf(noticeCase), ctx.ports.now());
  if (!decided.ok) return decided;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'notice', id: noticeId },
    key,
    request,
    event: { type: 'notice.version', values: await freezeVersion(ctx, noticeCase, decided.value) },
    standing: { kind: 'decision', revision: noticeCase.notice.revision + 1 },
  });
  if (!appended.ok) return appended;
  const { seq, revision } = appended.value.entry;
  return done({ seq, revision, created: appended.value.created });
}

/** Which version a machine would make next: the name under which engine, watchdog and restore do it once. */
export const nextNumber = (notice: Parameters<typeof newestVersion>[0]): number =>
  (newestVersion(notice)?.number ?? 0) + 1;

/** A command and its notice, without what was left out: under one key only the same request is a repeat. */
export function requestOf(noticeId: string, command: object): Json {
  return JSON.parse(JSON.stringify({ noticeId, ...command }));
}
