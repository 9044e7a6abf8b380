import type { ControllerCase } from '../../domain/controllerCase/case';
import type { ListFacts, Progress } from '../../domain/controllerCase/recipients';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadCases } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';

/** A list of this very case, whole and not gone. */
export async function listOf(
  { orgId, ports }: Context,
  { id }: ControllerCase,
  listId: string,
): Promise<ListFacts | null> {
  const list = await ports.recipients.find(orgId, listId);
  return list?.caseId === id ? list : null;
}

/** A case that is closed tells nobody any more: whom it told is forgotten, how many stays. */
export async function forgetLists({ orgId, ports }: Context, caseId: string): Promise<void> {
  for (const { listId } of await ports.recipients.ofCase(orgId, caseId)) await ports.recipients.forget(orgId, listId);
}

/** A list with what became of it. `acceptedAt` null: it waits for somebody who accepts it. */
export type ReadList = { facts: ListFacts; acceptedAt: string | null; doneAt: string | null; progress: Progress };

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
        return { facts, acceptedAt: sending?.at ?? null, doneAt: sending?.doneAt ?? null, progress };
      }),
    ),
  );
}
