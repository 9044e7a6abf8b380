import type { NoticeEvent } from '../../domain/notice/events';
import { done, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { changeSubject } from '../entries/changeSubject';
import type { Standing } from '../ports/journal';
import type { Context } from '../ports/ports';
import { completeCase, type FullCase } from './readCase';

export type Written = { seq: number; revision: number; created: boolean };

type Change = {
  noticeId: string;
  key: string;
  command: object;
  decided?: number | undefined;
  standing: Standing['kind'];
  decide(fullCase: FullCase): Result<NoticeEvent> | Promise<Result<NoticeEvent>>;
};

/** One command on a notice as one entry, decided on the whole case. */
export async function changeNotice(ctx: Context, change: Change): Promise<Result<Written>> {
  const { noticeId, key, command, decided, standing, decide } = change;
  const changed = await changeSubject(ctx, {
    kind: 'notice',
    id: noticeId,
    key,
    request: requestOf(noticeId, command),
    decided,
    standing,
    async decide(notice) {
      const read = await completeCase(ctx, notice);
      return read.ok ? decide(read.value) : read;
    },
  });
  if (!changed.ok) return changed;
  const { entry, created } = changed.value;
  return done({ seq: entry.seq, revision: entry.revision, created });
}

/** A command and its notice, without what was left out: under one key only the same request is a repeat. */
function requestOf(noticeId: string, command: object): Json {
  return JSON.parse(JSON.stringify({ noticeId, ...command }));
}
