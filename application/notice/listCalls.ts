import type { Recipient } from '../../domain/delivery/events';
import type { Notice } from '../../domain/notice/fold';
import { openCalls } from '../../domain/notice/openCalls';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';

/** One call to make. `text` and `phone` are null once they were erased. `since`: when the task was opened (UTC). */
export type CallToMake = {
  deliverableId: string;
  to: Recipient;
  since: string;
  phone: string | null;
  text: string | null;
};

/** The calls of a notice that somebody still has to make, each with its number and the text to read. */
export async function listCalls({ ctx, input }: Call<{ noticeId: string }>): Promise<Result<CallToMake[]>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const notice = await ctx.ports.projections.read(ctx.orgId, 'notice', input.noticeId);
  return notice === null ? refused({ code: 'subject.unknown' }) : done(await callsOf(ctx, notice));
}

/** The same for a notice that has been read already, by whoever may read it. */
export async function callsOf({ orgId, ports }: Context, notice: Notice): Promise<CallToMake[]> {
  const calls = openCalls(notice).map(async ({ id, to, documentId, frozenAt }): Promise<CallToMake> => {
    const script = await ports.documents.get(orgId, notice.id, documentId);
    const text = script?.bytes.toString('utf8') ?? null;
    return { deliverableId: id, to, since: frozenAt, phone: script?.address ?? null, text };
  });
  return Promise.all(calls);
}
