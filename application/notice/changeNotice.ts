import type { NoticeEvent } from '../../domain/notice/events';
import { foldNotice } from '../../domain/notice/fold';
import { done, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import type { Follower } from '../entries/appendEvent';
import { changeSubject, type Stands } from '../entries/changeSubject';
import type { Context } from '../ports/ports';
import { completeCase, type FullCase, readSurroundings, withNotice } from './readCase';

/** `after` is the case with what was written; null for a repeat. `followed`: whether the follower was written too. */
export type Written = { seq: number; revision: number; created: boolean; followed: boolean; after: FullCase | null };

/** `at`: when it happened, if not now. */
type Decided = NoticeEvent & { follower?: Follower | undefined; at?: string };

type Change = {
  noticeId: string;
  key: string;
  command: object;
  decided?: number | undefined;
  standing: Stands;
  decide(fullCase: FullCase): Result<Decided> | Promise<Result<Decided>>;
};

/** One command on a notice as one entry, decided on the whole case. */
export async function changeNotice(ctx: Context, change: Change): Promise<Result<Written>> {
  const { noticeId, key, command, decided, standing, decide } = change;
  const cases: FullCase[] = [];
  const remembered = ctx.ports.projections.remembered(ctx.orgId, 'notice', noticeId);
  let ahead = remembered === null ? undefined : readSurroundings(ctx, remembered);
  const changed = await changeSubject(ctx, {
    kind: 'notice',
    id: noticeId,
    key,
    request: requestOf(noticeId, command),
    decided,
    standing,
    async decide(notice) {
      const read = await completeCase(ctx, notice, ahead);
      ahead = undefined; // a second try reads anew
      if (!read.ok) return read;
      cases.push(read.value);
      return decide(read.value);
    },
  });
  if (!changed.ok) return changed;
  const { entry, created, followed, before } = changed.value;
  const written = followed === null ? [entry] : [entry, followed];
  const decidedOn = cases.at(-1);
  const after =
    decidedOn === undefined || before === null ? null : await withNotice(ctx, decidedOn, foldNotice(written, before));
  return done({ seq: entry.seq, revision: entry.revision, created, followed: followed !== null, after });
}

/** A command and its notice, without what was left out: under one key only the same request is a repeat. */
function requestOf(noticeId: string, command: object): Json {
  return JSON.parse(JSON.stringify({ noticeId, ...command }));
}
