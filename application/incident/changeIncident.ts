import type { Around } from '../../domain/incident/around';
import type { IncidentEvent } from '../../domain/incident/events';
import { foldIncident } from '../../domain/incident/fold';
import type { Incident } from '../../domain/incident/incident';
import { changedBy, type Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import type { Standing } from '../ports/journal';
import type { Context } from '../ports/ports';
import { type Written, writtenOf } from './written';

export type Change = {
  incidentId: string;
  key: string;
  /** What was asked, canonical: a repeat of it under this key is answered with what it did then. */
  request: Json;
  /** The newest decision that the person had read (If-Match). */
  decided?: number | undefined;
  standing: Standing['kind'];
  /** An approval is bound to what it approves by itself: it is judged again whatever was decided meanwhile. */
  isVoice?: boolean;
  around: Omit<Around, 'now' | 'newId' | 'actorId' | 'isPerson' | 'roles'>;
  decide(incident: Incident, around: Around): Result<IncidentEvent>;
};

/** Facts that come in meanwhile make a decision wait and try again, never fail: a person is not refused for a reminder. */
const MOST_TRIES = 20;

/** One command as one entry: recall, read, decide, append. */
export async function changeIncident(ctx: Context, change: Change): Promise<Result<Written>> {
  const { incidentId, key } = change;
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(change.request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return repeated(ctx, repeat.value, incidentId);

  let lost: { decided: number; error: Result<Written> } | null = null;
  for (let tries = 1; ; tries += 1) {
    const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId);
    if (incident === null) return refused({ code: 'subject.unknown' });
    if (lost !== null && lost.decided !== incident.decided && change.isVoice !== true) return lost.error;
    if (lost === null && change.decided !== undefined && change.decided !== incident.decided) {
      return stale(ctx, incident, change.decided);
    }
    const written = await tryOnce(ctx, change, incident);
    if (written.ok || written.error.code !== 'revision.taken' || tries === MOST_TRIES) return written;
    lost = { decided: incident.decided, error: written };
  }
}

async function tryOnce(ctx: Context, change: Change, incident: Incident): Promise<Result<Written>> {
  const around: Around = {
    ...change.around,
    actorId: ctx.actor.id,
    isPerson: ctx.actor.kind === 'person',
    roles: ctx.roles,
    now: ctx.ports.now(),
    newId: ctx.ports.newId(),
  };
  const decided = change.decide(incident, around);
  if (!decided.ok) return decided;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'incident', id: incident.id },
    key: change.key,
    request: change.request,
    event: { type: decided.value.type, values: plain(decided.value.values) },
    standing: { kind: change.standing, revision: incident.revision + 1 },
    ...happenedAt(decided.value),
  });
  if (!appended.ok) return appended;
  const { entry, created } = appended.value;
  const isNext = entry.revision === incident.revision + 1;
  const after = isNext ? foldIncident([entry], incident) : await readAgain(ctx, incident.id);
  return after === null ? refused({ code: 'subject.unknown' }) : done(writtenOf(entry, after, created));
}

const readAgain = ({ orgId, ports }: Context, id: string) => ports.projections.read(orgId, 'incident', id);

async function repeated(ctx: Context, entry: Entry, incidentId: string): Promise<Result<Written>> {
  const incident = await readAgain(ctx, incidentId);
  return incident === null ? refused({ code: 'subject.unknown' }) : done(writtenOf(entry, incident, false));
}

/** Refuses who decides on what was decided otherwise since, and says what changed. */
export async function stale(ctx: Context, { id, decided }: Incident, since: number): Promise<Result<never>> {
  const newer = await ctx.ports.journal.readSubject(ctx.orgId, { kind: 'incident', id }, since);
  return refused({ code: 'revision.stale', current: decided, changed: newer.map(changedBy) });
}

/** When it happened, where that is not when it was written. */
function happenedAt(event: IncidentEvent): { at: string } | Record<string, never> {
  switch (event.type) {
    case 'aware.set':
      return { at: event.values.awareAt };
    case 'measure.added':
      return event.values.status === 'taken' ? { at: event.values.at } : {};
    default:
      return {};
  }
}
