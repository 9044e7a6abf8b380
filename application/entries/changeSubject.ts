import { changedBy, type Entry, type SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import type { Appended, Standing } from '../ports/journal';
import type { Context } from '../ports/ports';
import { appendEvent, type Follower } from './appendEvent';

type Event = {
  type: string;
  /** 1 unless said. */
  typeVersion?: number;
  values: Record<string, Json>;
  at?: string;
  follower?: Follower | undefined;
};

/**
 * How a command stands against what comes in while it is decided: as in the journal; or `judged`, written on the very state
 * that it was judged on, and judged again whatever was written meanwhile (a voice, which is bound by itself to what it
 * approves; a file, of which there may be so many).
 */
export type Stands = Standing['kind'] | 'judged';

export type Change<K extends SubjectKind> = {
  kind: K;
  id: string;
  key: string;
  /** What was asked, canonical: a repeat of it under this key is answered with what it did then. */
  request: Json;
  /** A revision that the person had read (If-Match), the newest decision or later; a machine, which reads now, gives none. */
  decided?: number | undefined;
  standing: Stands;
  decide(state: State<K>): Result<Event> | Promise<Result<Event>>;
};

/** What was written, and the state that it was decided on (null for a repeat). */
export type Changed<K extends SubjectKind> = Appended & { before: State<K> | null };

/** Facts that come in meanwhile make a decision wait and try again, never fail: a person is not refused for a reminder. */
const MOST_TRIES = 20;

/** One command as one entry: recall, read, decide, append. A decision in between is 409, or 412 if it was there before. */
export async function changeSubject<K extends SubjectKind>(
  ctx: Context,
  change: Change<K>,
): Promise<Result<Changed<K>>> {
  // Before the decision: a repeat of what has succeeded would be refused for its state.
  const [found, repeat] = await Promise.all([
    ctx.ports.projections.read(ctx.orgId, change.kind, change.id),
    ctx.ports.journal.recall(ctx.orgId, change.key, canonical(change.request)),
  ]);
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done({ entry: repeat.value, created: false, followed: null, before: null });

  let lost: { decided: number; error: Result<never> } | null = null;
  let state: State<K> | null = found;
  for (let tries = 1; ; tries += 1) {
    if (state === null) return refused({ code: 'subject.unknown' });
    if (lost !== null && lost.decided !== state.decided && change.standing !== 'judged') return lost.error;
    if (lost === null && change.decided !== undefined && !hasSeen(state, change.decided)) {
      return stale(ctx, change, state.decided, change.decided);
    }
    const written = await tryOnce(ctx, change, state);
    if (written.ok) return written;
    if (written.error.code !== 'revision.taken' || tries === MOST_TRIES)
      return (await sameMeanwhile(ctx, change)) ?? written;
    lost = { decided: state.decided, error: written };
    state = await ctx.ports.projections.read(ctx.orgId, change.kind, change.id);
  }
}

/** What is refused may be a repeat of what was written while it was decided: the same form, sent twice at once. */
async function sameMeanwhile<K extends SubjectKind>(
  { orgId, ports }: Context,
  { key, request }: Change<K>,
): Promise<Result<Changed<K>> | null> {
  const repeat = await ports.journal.recall(orgId, key, canonical(request));
  if (!repeat.ok || repeat.value === null) return null;
  return done({ entry: repeat.value, created: false, followed: null, before: null });
}

/** Whether nothing was decided after what was read; what nobody has written yet, nobody has read. */
const hasSeen = ({ decided, revision }: State<SubjectKind>, read: number): boolean =>
  decided <= read && read <= revision;

async function tryOnce<K extends SubjectKind>(
  ctx: Context,
  change: Change<K>,
  state: State<K>,
): Promise<Result<Changed<K>>> {
  const { kind, id, key, request, standing } = change;
  const decided = await change.decide(state);
  if (!decided.ok) return decided;
  const { at, follower, ...event } = decided.value;
  const appended = await appendEvent(ctx, {
    subject: { kind, id },
    key,
    request,
    event,
    follower,
    standing: { kind: standing === 'addition' ? 'addition' : 'decision', revision: state.revision + 1 },
    ...(at !== undefined && { at }),
  });
  return appended.ok ? done({ ...appended.value, before: state }) : appended;
}

/** Refuses who decides on what was decided otherwise since, and says what changed. */
export async function stale(
  { orgId, ports }: Context,
  { kind, id }: Pick<Change<SubjectKind>, 'kind' | 'id'>,
  current: number,
  since: number,
  isTold: (entry: Entry) => boolean = () => true,
): Promise<Result<never>> {
  const newer = await ports.journal.readSubject(orgId, { kind, id }, since);
  return refused({ code: 'revision.stale', current, changed: newer.filter(isTold).map(changedBy) });
}
