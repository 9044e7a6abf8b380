import { decidePlan, type PlanExercise } from '../../domain/exercise/decide';
import { foldExercise } from '../../domain/exercise/fold';
import type { Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { idFrom } from '../../domain/shared/idFrom';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { mayPlanExercise } from '../policies/exercise';
import type { Call, Context } from '../ports/ports';

/** `ref` is `EXE-…`, numbered by its first entry. */
export type WrittenExercise = { id: string; ref: string; seq: number; revision: number; created: boolean };

const MOST_OPEN = 20;
/** How often a plan looks again that lost against another one. */
const MOST_TRIES = 5;

/**
 * A drill is planned, to begin now or later; the engine tells it from then on. One at a time: its id follows from the
 * exercise before it, so that of two plans at once the second finds its place taken, looks again and is refused.
 */
export async function planExercise({
  ctx,
  input: { key, plan },
}: Call<{ key: string; plan: PlanExercise }>): Promise<Result<WrittenExercise>> {
  if (!mayPlanExercise(ctx)) return refused({ code: 'actor.forbidden' });
  const request = plain(plan);
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return firstWritten(repeat.value, false);

  for (let tries = 1; ; tries += 1) {
    const { newest, ...around } = await aroundOf(ctx, plan);
    const decided = decidePlan(plan, around);
    if (!decided.ok) return decided;
    const { type, values } = decided.value;
    const appended = await appendEvent(ctx, {
      subject: { kind: 'exercise', id: idFrom(`${ctx.orgId} exercise after ${newest}`) },
      key,
      request,
      event: { type, values: plain(values) },
      standing: { kind: 'decision', revision: 1 },
    });
    if (appended.ok) return firstWritten(appended.value.entry, appended.value.created);
    if (appended.error.code !== 'revision.taken' || tries === MOST_TRIES) return appended;
  }
}

async function aroundOf({ orgId, ports }: Context, { agreementIds }: PlanExercise) {
  // Before what is open: an exercise that is planned in between takes the place that follows from it.
  const [newest] = await ports.projections.list(orgId, 'exercise', { limit: 1 });
  const [agreements, open] = await Promise.all([
    Promise.all(agreementIds.map((id) => ports.projections.read(orgId, 'agreement', id))),
    ports.projections.list(orgId, 'exercise', { open: true, limit: MOST_OPEN }),
  ]);
  return {
    newest: newest?.id ?? 'none',
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
