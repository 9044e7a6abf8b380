import { decidePlan, type PlanExercise } from '../../domain/exercise/decide';
import { foldExercise } from '../../domain/exercise/fold';
import type { Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { mayPlanExercise } from '../policies/exercise';
import type { Call, Context } from '../ports/ports';

/** `ref` is `EXE-…`, numbered by its first entry. */
export type WrittenExercise = { id: string; ref: string; seq: number; revision: number; created: boolean };

const MOST_OPEN = 20;

/** A drill is planned, to begin now or later; the engine tells it from then on. One at a time. */
export async function planExercise({
  ctx,
  input: { key, plan },
}: Call<{ key: string; plan: PlanExercise }>): Promise<Result<WrittenExercise>> {
  if (!mayPlanExercise(ctx)) return refused({ code: 'actor.forbidden' });
  const request = plain(plan);
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return firstWritten(repeat.value, false);

  const decided = decidePlan(plan, await aroundOf(ctx, plan));
  if (!decided.ok) return decided;
  const { type, values } = decided.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'exercise', id: ctx.ports.newId() },
    key,
    request,
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: 1 },
  });
  return appended.ok ? firstWritten(appended.value.entry, appended.value.created) : appended;
}

async function aroundOf({ orgId, ports }: Context, { agreementIds }: PlanExercise) {
  const [agreements, open] = await Promise.all([
    Promise.all(agreementIds.map((id) => ports.projections.read(orgId, 'agreement', id))),
    ports.projections.list(orgId, 'exercise', { open: true, limit: MOST_OPEN }),
  ]);
  return {
    now: ports.now(),
    agreementIds: new Set(agreements.flatMap((agreement) => (agreement === null ? [] : [agreement.id]))),
    running: open.some(({ stage }) => stage !== 'CONCLUDED'),
  };
}

function firstWritten(entry: Entry, created: boolean): Result<WrittenExercise> {
  const planned = foldExercise([entry]);
  if (planned === null) return refused({ code: 'subject.unknown' });
  const { id, reference: ref, seq, revision } = planned;
  return done({ id, ref, seq, revision, created });
}
