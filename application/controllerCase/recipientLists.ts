import { type ControllerCase, openSending } from '../../domain/controllerCase/case';
import { addressesOver } from '../../domain/controllerCase/keptAddresses';
import { begunSending, lettersLeft, type Sending } from '../../domain/controllerCase/persons';
import type { LeftOut, ListFacts, Progress } from '../../domain/controllerCase/recipients';
import { done, refused, type Result } from '../../domain/shared/errors';
import { HOUR_MS } from '../../domain/shared/instant';
import { trace } from '../journal/trace';
import { mayCommandCase, mayReadCases } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';
import type { Unreached } from '../ports/recipients';
import { countBounces } from './countBounces';
import { areMailsCaught } from '../organisation/mailsCaught';

/** A list of this very case, whole and not gone. */
export async function listOf(
  { orgId, ports }: Context,
  { id }: ControllerCase,
  listId: string,
): Promise<ListFacts | null> {
  const list = await ports.recipients.find(orgId, listId);
  return list?.caseId === id ? list : null;
}

/** While no mail relay is set nobody outside can be told: it is looked again after so long, and at each start. */
const WITHOUT_RELAY_MS = HOUR_MS;

/** When somebody of the list that leaves is next to be told; null: nothing leaves, or nobody of it is left. */
export async function listDueAt(ctx: Context, one: ControllerCase): Promise<Date | null> {
  const { orgId, ports } = ctx;
  const sending = openSending(one);
  const dueAt = sending === null ? null : await ports.recipients.nextAt(orgId, sending.listId);
  return dueAt === null || !(await areMailsCaught(ctx)) ? dueAt : new Date(ports.now().getTime() + WITHOUT_RELAY_MS);
}

/** A case that is closed tells nobody any more: whom it told is forgotten, how many stays, and how many mails came back. */
export async function forgetLists({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>, caseId: string): Promise<void> {
  await countBounces({ orgId, ports }, { caseId, isLast: true });
  for (const { listId } of await ports.recipients.ofCase(orgId, caseId)) await ports.recipients.forget(orgId, listId);
}

/**
 * Counts what came back of the lists of open cases; takes what nobody accepted in time, addresses of lists that ended long
 * ago, and what the closing of a case left where whoever closed it broke off. A case that fails holds up no other.
 *
 * @throws AggregateError with what failed, after all were looked at
 */
export async function tendLists({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<void> {
  await ports.recipients.forgetExpired(orgId, ports.now());
  const kept = await ports.recipients.kept(orgId);
  const faults: unknown[] = [];
  for (const caseId of new Set(kept.map((list) => list.caseId)))
    await tendCase({ orgId, ports }, caseId, kept).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, `lists of ${faults.length} cases could not be tended`);
}

async function tendCase(
  { orgId, ports }: Pick<Context, 'orgId' | 'ports'>,
  caseId: string,
  kept: readonly ListFacts[],
): Promise<void> {
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  if (one === null) return;
  if (one.stage === 'CLOSED') return forgetLists({ orgId, ports }, caseId);
  const over = addressesOver(one, ports.now()).filter(({ listId }) => kept.some((list) => list.listId === listId));
  await countBounces({ orgId, ports }, { caseId, isLast: over.length > 0 });
  for (const { listId } of over) await ports.recipients.forget(orgId, listId);
}

/**
 * `nobody`: not one row of it can be told, and which were left out is kept for a week; `waiting`: for somebody who accepts it; `older`: another list was accepted since, and it has to be handed in again;
 * `stopped`: accepted, and it will tell nobody any more; `toPost`: its letters wait for somebody to say that they were posted.
 */
export const ListStanding = [
  'waiting',
  'older',
  'nobody',
  'sending',
  'held',
  'stopped',
  'toPost',
  'told',
  'unreached',
] as const;
export type ListStanding = (typeof ListStanding)[number];

/** A list with what became of it. */
export type ReadList = {
  facts: ListFacts;
  standing: ListStanding;
  acceptedAt: string | null;
  doneAt: string | null;
  progress: Progress;
  /** Its letters as they were printed last, and what became of them; null: not yet. */
  printed: Sending['printed'];
  posted: Sending['posted'];
  /** Letters of which nobody has said what became of them. */
  lettersLeft: number;
};

/** How many are still to be told: by mail, and by letters that wait to be posted. */
export const leftToTell = ({ progress, lettersLeft: letters }: Pick<ReadList, 'progress' | 'lettersLeft'>): number =>
  progress.waiting + progress.leaving + letters;

function standingOf(one: ControllerCase, { listId, earlier, count }: ListFacts): ListStanding {
  if (count === 0) return 'nobody';
  const { sendings } = one.persons;
  const sending = sendings.find((accepted) => accepted.listId === listId);
  if (sending === undefined) return earlier === sendings.length ? 'waiting' : 'older';
  if (sending.told !== null) {
    if (lettersLeft(sending) > 0) return 'toPost';
    return sending.told + (sending.posted?.told ?? 0) > 0 ? 'told' : 'unreached';
  }
  if (openSending(one)?.listId === listId) return 'sending';
  return begunSending(one.persons)?.listId === listId ? 'held' : 'stopped';
}

/** Lists that wait for somebody who accepts them, newest first; nothing is counted. */
export async function waitingLists({ orgId, ports }: Context, one: ControllerCase): Promise<ListFacts[]> {
  const lists = await ports.recipients.ofCase(orgId, one.id);
  return lists.filter((facts) => standingOf(one, facts) === 'waiting');
}

/** The rows of a list that were left out, each with its line and why; nobody is named. */
export async function readLeftOut({
  ctx,
  input: { caseId, listId },
}: Call<{ caseId: string; listId: string }>): Promise<Result<AsyncIterable<LeftOut>>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const isOfCase = (await ports.recipients.ofCase(orgId, caseId)).some((list) => list.listId === listId);
  return isOfCase ? done(ports.recipients.leftOut(orgId, listId)) : refused({ code: 'subject.unknown' });
}

/**
 * Whom the mails of an accepted list did not reach, by name and address, for whoever has to tell them by another way; who
 * reads it is traced. Nobody where its addresses are erased.
 */
export async function readUnreached({
  ctx,
  input: { caseId, listId },
}: Call<{ caseId: string; listId: string }>): Promise<Result<AsyncIterable<Unreached>>> {
  if (!mayCommandCase(ctx, 'persons.send')) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  const isAccepted = one?.persons.sendings.some((sending) => sending.listId === listId) === true;
  if (!isAccepted) return refused({ code: 'subject.unknown' });
  await trace(ctx, 'unreached', `${caseId}/${listId}`);
  return done(ports.recipients.unreached(orgId, listId));
}

/** The lists of a case, newest first, with how far telling has come. Nobody is named. */
export async function readRecipientLists({ ctx, input }: Call<{ caseId: string }>): Promise<Result<ReadList[]>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const one = await ports.projections.read(orgId, 'controllerCase', input.caseId);
  if (one === null) return refused({ code: 'subject.unknown' });
  const { sendings } = one.persons;
  const lists = await ports.recipients.ofCase(orgId, one.id);
  return done(
    await Promise.all(
      lists.map(async (facts) => {
        const sending = sendings.find(({ listId }) => listId === facts.listId);
        const progress = await ports.recipients.progress(orgId, facts.listId);
        const standing = standingOf(one, facts);
        const { at: acceptedAt = null, doneAt = null, printed = null, posted = null } = sending ?? {};
        const left = sending === undefined ? 0 : lettersLeft(sending);
        return { facts, standing, acceptedAt, doneAt, progress, printed, posted, lettersLeft: left };
      }),
    ),
  );
}
