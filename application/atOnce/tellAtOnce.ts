import { failedOf } from '../../domain/atOnce/telling';
import type { Deliverable } from '../../domain/delivery/events';
import { nextDelivery } from '../../domain/delivery/outbox';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { deliver } from '../delivery/deliver';
import { appendEvent } from '../entries/appendEvent';
import { clientsOf } from '../agreement/clientsOf';
import { discardMails } from '../journal/discardMails';
import { isSystem } from '../policies/asker';
import type { Context } from '../ports/ports';
import { type Matter, openMatters, readMatter } from './matter';
import { writeReview } from './tellOwn';
import { writeFallBack, writeLetters } from './writeLetters';

/** Mails of one subject in one go. */
const MOST_MAILS = 200;

/** `nextAtMs`: when a mail is to be tried again, milliseconds since the epoch; null: none. */
export type ToldAtOnce = { acts: number; nextAtMs: number | null };

/**
 * Writes at once to the controllers whom a proven vulnerability or a transfer that was not agreed touches (a secrecy that
 * the law orders ends first; one without an end is asked about again), sends what has not left, and opens another way for
 * what failed (duties S3-10, S3-17). Each controller is written to once, under a key made of both: request, relay and watchdog do the
 * same. Safe to call at any time.
 *
 * @param graceMs leaves alone what is newer, milliseconds
 */
export async function tellAtOnce({
  ctx,
  graceMs = 0,
}: {
  ctx: Context;
  graceMs?: number;
}): Promise<Result<ToldAtOnce>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const untilMs = ctx.ports.now().getTime() - graceMs;
  const next: number[] = [];
  let acts = 0;
  for (const one of await openMatters(ctx)) {
    const dueAt = one.from ?? one.reviewAt; // the law forbids it and nobody knows until when: that is asked again
    if (dueAt === null) continue;
    const isDue = Date.parse(dueAt) <= untilMs;
    if (!isDue) next.push(Date.parse(dueAt) + graceMs);
    if (!isDue && one.outbox.length === 0) continue;
    if (isDue) acts += await (one.from === null ? askForReview(ctx, one, dueAt) : tellEach(ctx, one));
    const left = await sendLetters(ctx, one, untilMs);
    acts += left.acts;
    if (left.nextAtMs !== null) next.push(left.nextAtMs);
    else await discardMails(ctx, one); // over and erased before the last had left
  }
  return done({ acts, nextAtMs: next.length === 0 ? null : Math.min(...next) });
}

/** Those who answer for it are asked whether the law still forbids to tell, once each time. @returns how often now */
async function askForReview(ctx: Context, one: Matter, dueAt: string): Promise<number> {
  const deliverables = await writeReview(ctx, one, dueAt);
  if (deliverables.length === 0) return 0; // nobody is there to be asked: the next sweep looks again
  const said = { deliverables };
  return (await add(ctx, one, { name: `review/${dueAt}`, type: 'transfer.reviewAsked', said })).ok ? 1 : 0;
}

/** A controller that cannot be told yet holds up no other. @returns how many were written to now */
async function tellEach(ctx: Context, one: Matter): Promise<number> {
  if (one.untold.length === 0) return 0;
  const clients = [...(await clientsOf(ctx)).values()]; // once for all of them: each letter may name none of the others
  let acts = 0;
  for (const agreementId of one.untold) {
    const deliverables = await writeLetters(ctx, one, { agreementId, clients });
    if (deliverables === null) continue;
    const said = { agreementId, deliverables };
    if ((await add(ctx, one, { name: `told/${agreementId}`, type: `${one.kind}.told`, said })).ok) acts += 1;
  }
  return acts;
}

/** Sends what has not left; what failed is told to our own people, whose mails leave with it. */
async function sendLetters(ctx: Context, one: Matter, untilMs: number): Promise<ToldAtOnce> {
  for (let acts = 0; ;) {
    const left = await carry(ctx, one, untilMs);
    acts += left.acts;
    const now = await readMatter(ctx, one.kind, one.id);
    const failed = now && failedOf(now).find(({ at }) => Date.parse(at) <= untilMs);
    if (!now || !failed) return { ...left, acts };
    const { agreementId } = failed;
    const said = { agreementId, failedId: failed.failed.id, deliverables: await writeFallBack(ctx, now, failed) };
    const added = await add(ctx, now, { name: `fellBack/${failed.failed.id}`, type: 'telling.fellBack', said });
    if (!added.ok) return { ...left, acts }; // whoever was faster goes on, or the next sweep
    acts += 1;
  }
}

type Added = { name: string; type: string; said: { agreementId?: string; deliverables: readonly Deliverable[] } };

/** Once, whoever comes first: what is rendered differs from one try to the next, what is meant does not. */
async function add(
  ctx: Context,
  { kind, id, revision }: Matter,
  { name, type, said }: Added,
): Promise<Result<unknown>> {
  const before = await readMatter(ctx, kind, id);
  return appendEvent(ctx, {
    subject: { kind, id },
    key: `${kind}/${id}/${name}`,
    request: said.agreementId === undefined ? { name } : { agreementId: said.agreementId },
    event: { type, values: plain(said) },
    standing: { kind: 'addition', revision: (before?.revision ?? revision) + 1 },
  });
}

async function carry(ctx: Context, { kind, id }: Matter, untilMs: number): Promise<ToldAtOnce> {
  for (let acts = 0; ; acts += 1) {
    const now = await readMatter(ctx, kind, id);
    const next = now && nextDelivery(now.outbox);
    if (next === null || next.atMs > untilMs || acts === MOST_MAILS) return { acts, nextAtMs: next?.atMs ?? null };
    const { deliverableId } = next;
    const carried = await deliver({ ctx, input: { kind, id, deliverableId } });
    if (!carried.ok || carried.value === null) return { acts, nextAtMs: null }; // another has it: the next sweep looks again
  }
}
