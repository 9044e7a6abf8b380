import type { Drill } from '../../domain/deadline/pace';
import type { Signal } from '../../domain/incident/commands';
import { decideReport } from '../../domain/incident/decide';
import { referenceOf } from '../../domain/journal/reference';
import type { Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent, type Follower } from '../entries/appendEvent';
import type { Written } from '../entries/written';
import { maySignal } from '../policies/incident';
import type { Call } from '../ports/ports';

export type ReportEvent = {
  key: string;
  signal: Signal;
  /** The planned exercise that it belongs to. */
  drill?: Drill | undefined;
  /** What is said of the incident in the same write. */
  follower?: (incidentId: string) => Follower;
};

/** A person, a tool or somebody on the telephone saw something: it has a number before anybody judges it. */
export async function reportEvent({ ctx, input }: Call<ReportEvent>): Promise<Result<Written>> {
  if (!maySignal(ctx)) return refused({ code: 'actor.forbidden' });
  const request = plain(input.signal);
  const repeat = await ctx.ports.journal.recall(ctx.orgId, input.key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(signalledOf(repeat.value, false));

  const decided = decideReport(input.signal, ctx.ports.now(), input.signal.exercise ? input.drill : undefined);
  if (!decided.ok) return decided;
  const { type, values } = decided.value;
  const { alertedAt } = decided.value.values;
  const id = ctx.ports.newId();
  const appended = await appendEvent(ctx, {
    subject: { kind: 'incident', id },
    key: input.key,
    request,
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: 1 },
    at: alertedAt,
    follower: input.follower?.(id),
  });
  return appended.ok ? done(signalledOf(appended.value.entry, appended.value.created)) : appended;
}

function signalledOf(entry: Entry, created: boolean): Written {
  const { seq, revision, subject } = entry;
  return { id: subject.id, ref: referenceOf('SIG', entry), seq, revision, created, approval: null };
}
