import { type DomainError, done, refused, type Result } from '../../domain/shared/errors';
import { findOwn } from '../journal/findOwn';
import type { SendingCommand } from '../../domain/notice/commands';
import { Items } from '../../domain/notice/items';
import { maySendNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import { commandFor, lateNow } from './batch';
import { type Clients, clientsOf } from '../agreement/clientsOf';
import { type FullCase, loadCase } from './readCase';
import { judgeSending, sendVersion } from './sendVersion';
import type { Seen } from './tellingOf';
import { writtenSoFar } from './writtenSoFar';

export type Chosen = { noticeId: string; seen: Seen };

export type SendBatch = {
  incidentId: string;
  key: string;
  chosen: readonly Chosen[];
  lateReason?: string | undefined;
  othersConfirmed?: true | undefined;
  reasonConfirmed?: true | undefined;
};

/** What became of each that was chosen. `waiting`: there was no time for it yet; the same request goes on with it. */
export type Outcome = { noticeId: string } & (
  | { result: 'sent'; seq: number; revision: number }
  | { result: 'refused'; error: DomainError }
  | { result: 'waiting' }
);

/** An answer is not kept waiting longer than a proxy waits; what is left goes on when the same is asked again. */
const LONGEST_MS = 20_000;
const AT_ONCE = 4;

/**
 * Sends the notices that a person has chosen, each by itself: its own entry, under a key of its own, refused by itself where
 * it is not what was shown. Nothing is promised for one that has not been frozen: its own limit and its protective notice
 * run on, and the same request goes on where this one ended (domain rules 7.3, ADR 0036).
 */
export async function sendBatch({ ctx, input }: Call<SendBatch>): Promise<Result<Outcome[]>> {
  if (!maySendNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const clients = await clientsOf(ctx);
  const until = ctx.ports.now().getTime() + LONGEST_MS;
  const waiting = [...input.chosen];
  const outcomes = new Map<string, Outcome>();
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { noticeId } = next;
      const isTime = ctx.ports.now().getTime() <= until;
      outcomes.set(
        noticeId,
        isTime ? await sendOne(ctx, { ...input, clients }, next) : { noticeId, result: 'waiting' },
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done(input.chosen.flatMap(({ noticeId }) => outcomes.get(noticeId) ?? []));
}

/** Under which key one of a batch is sent: by it the form finds what it has sent. */
export const keyInBatch = (key: string, noticeId: string): string => `${key}/${noticeId}`;

/** Why those of a batch that were chosen and did not leave may not, as things stand now; what may still leave is not among them. */
export async function refusedNow({ ctx, input }: Call<SendBatch>): Promise<Map<string, DomainError>> {
  const clients = await clientsOf(ctx);
  const found = new Map<string, DomainError>();
  for (const { noticeId, seen } of input.chosen) {
    const before = await findOwn({ ctx, input: { key: keyInBatch(input.key, noticeId) } });
    if (before.ok && before.value !== null) continue;
    const read = await loadCase(ctx, noticeId);
    const command = read.ok ? commandIn(ctx, input, read.value) : read;
    const judged =
      read.ok && command.ok ? await judgeSending(ctx, read.value, { clients, seen, command: command.value }) : command;
    if (!judged.ok) found.set(noticeId, judged.error);
  }
  return found;
}

function commandIn(ctx: Context, batch: SendBatch, fullCase: FullCase): Result<SendingCommand> {
  if (fullCase.notice.opened.incidentId !== batch.incidentId) return refused({ code: 'subject.unknown' });
  const items = Items.safeParse(writtenSoFar(fullCase));
  if (!items.success) return refused({ code: 'input.invalid', issues: [UNSETTLED] });
  const reason = lateNow(fullCase, ctx.ports.now()) ? batch.lateReason : undefined;
  const { othersConfirmed, reasonConfirmed } = batch;
  const command = { ...commandFor(fullCase.notice, items.data, reason), ...(othersConfirmed && { othersConfirmed }) };
  return done(command.kind === 'send' && reasonConfirmed ? { ...command, reasonConfirmed } : command);
}

async function sendOne(
  ctx: Context,
  batch: SendBatch & { clients: Clients },
  { noticeId, seen }: Chosen,
): Promise<Outcome> {
  const no = (error: DomainError): Outcome => ({ noticeId, result: 'refused', error });
  const key = keyInBatch(batch.key, noticeId);
  const read = await loadCase(ctx, noticeId);
  if (!read.ok) return no(read.error);
  // sent by this very request before: what is written now is no longer what it sent
  const before = await findOwn({ ctx, input: { key } });
  if (!before.ok) return no(before.error);
  const { notice } = read.value;
  if (before.value !== null) return { noticeId, result: 'sent', seq: notice.seq, revision: notice.revision };
  const command = commandIn(ctx, batch, read.value);
  if (!command.ok) return no(command.error);
  const sent = await sendVersion({
    ctx,
    input: { noticeId, key, command: command.value, seen, clients: batch.clients },
  });
  if (!sent.ok) return no(sent.error);
  return { noticeId, result: 'sent', seq: sent.value.seq, revision: sent.value.revision };
}

const UNSETTLED = { pointer: '/items', message: 'a and b need content, c, d and e an answer each' };
