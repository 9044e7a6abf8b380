import type { Milestone } from '../../domain/notice/nextMilestone';
import type { NoticeEvent } from '../../domain/notice/events';
import { done, refused, type Result } from '../../domain/shared/errors';
import { deliver } from '../delivery/deliver';
import { appendEvent } from '../entries/appendEvent';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import { fallBack } from './fallBack';
import { handOver } from './handOver';
import { leaseOf } from './leaseOf';
import { noteNotice } from './noteNotice';
import { type FullCase, loadCase } from './readCase';
import { remind } from './remind';
import { nextNumber, sendVersion } from './sendVersion';

export type ReachMilestone = { noticeId: string; milestone: Milestone };

/** Codes that say "somebody was faster", which is what a machine hopes for. */
const OVERTAKEN = ['state.refused', 'revision.taken', 'revision.stale'];

/**
 * Does what time alone has made due. Each act has a fixed key, so that engine, watchdog and a retry after a crash
 * do it once; whoever comes second finds it done and is content.
 */
export async function reachMilestone({ ctx, input }: Call<ReachMilestone>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { noticeId, milestone } = input;
  const read = await loadCase(ctx, noticeId);
  return read.ok ? reachFrom(ctx, read.value, milestone) : read;
}

/** For who has just read the case. What has changed since is found by the keys of the acts, as by any two at once. */
export async function reachFrom(ctx: Context, fullCase: FullCase, milestone: Milestone): Promise<Result<null>> {
  const reached = await reach(ctx, fullCase, milestone);
  if (reached.ok || OVERTAKEN.includes(reached.error.code)) return done(null);
  return reached;
}

async function reach(ctx: Context, fullCase: FullCase, milestone: Milestone): Promise<Result<unknown>> {
  const { notice } = fullCase;
  const noticeId = notice.id;
  switch (milestone.kind) {
    case 'deliver': {
      const { deliverableId } = milestone;
      const input = {
        kind: 'notice' as const,
        id: noticeId,
        deliverableId,
        leaseMs: leaseOf(fullCase, ctx.ports.now()),
        state: notice,
      };
      return deliver({ ctx, input });
    }
    case 'protect': {
      const key = `notice/${noticeId}/protective`;
      return sendVersion({ ctx, input: { noticeId, key, command: { kind: 'protect', version: milestone.version } } });
    }
    case 'report':
    case 'withdraw': {
      const key = `notice/${noticeId}/${milestone.kind}/${nextNumber(notice)}`;
      return sendVersion({ ctx, input: { noticeId, key, command: { kind: milestone.kind } } });
    }
    case 'hand': {
      const { what, id } = milestone;
      const event = await handOver(ctx, fullCase, milestone);
      return event.ok ? add(ctx, fullCase, `handed/${what}/${id}`, async () => event.value) : event;
    }
    case 'settle': {
      const key = `notice/${noticeId}/settled/${notice.decided}`;
      return noteNotice({ ctx, input: { noticeId, key, command: { kind: 'close', ground: milestone.ground } } });
    }
    case 'fallBack':
      return add(ctx, fullCase, `fellBack/${milestone.failedId}`, async () => ({
        type: 'notice.fellBack',
        values: await fallBack(ctx, fullCase, milestone.failedId),
      }));
    case 'remind': {
      const { ladder, version, step } = milestone;
      return add(ctx, fullCase, `reminded/${ladder}/${version}/${step}`, async () => ({
        type: 'notice.reminded',
        values: await remind(ctx, fullCase, milestone),
      }));
    }
  }
}

/** The request is the key itself: what is rendered differs from one try to the next, what is meant does not. */
async function add(ctx: Context, { notice }: FullCase, what: string, event: () => Promise<NoticeEvent>) {
  const key = `notice/${notice.id}/${what}`;
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, JSON.stringify(what));
  if (!repeat.ok || repeat.value !== null) return repeat;
  return appendEvent(ctx, {
    subject: { kind: 'notice', id: notice.id },
    key,
    request: what,
    event: await event(),
    standing: { kind: 'addition', revision: notice.revision + 1 },
  });
}
