import type { SameHand } from '../../domain/approval/judge';
import type { Around } from '../../domain/incident/around';
import type { IncidentEvent } from '../../domain/incident/events';
import { foldIncident } from '../../domain/incident/fold';
import type { Incident } from '../../domain/incident/incident';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { changeSubject, type Stands } from '../entries/changeSubject';
import { type Written, writtenOf } from '../entries/written';
import type { Context } from '../ports/ports';
import { handedBetween } from '../organisation/handedBetween';

export type Change = {
  incidentId: string;
  key: string;
  /** What was asked, canonical: a repeat of it under this key is answered with what it did then. */
  request: Json;
  /** The newest decision that the person had read (If-Match). */
  decided?: number | undefined;
  standing: Stands;
  around: Omit<Around, 'now' | 'newId' | 'actorId' | 'isPerson' | 'sameHand' | 'roles'>;
  /** `at`: when it happened, where no value says so. */
  decide(incident: Incident, around: Around): Result<IncidentEvent & { at?: string }>;
};

/** One command as one entry: recall, read, decide, append. */
export async function changeIncident(ctx: Context, change: Change): Promise<Result<Written>> {
  const { incidentId, key, request, decided, standing } = change;
  const handed = await handedBetween(ctx);
  const changed = await changeSubject(ctx, {
    kind: 'incident',
    id: incidentId,
    key,
    request,
    decided,
    standing,
    decide(incident) {
      const event = change.decide(incident, aroundNow(ctx, change, handed));
      if (!event.ok) return event;
      const { at } = event.value;
      const when = at === undefined ? happenedAt(event.value) : { at };
      return done({ type: event.value.type, values: plain(event.value.values), ...when });
    },
  });
  if (!changed.ok) return changed;
  const { entry, created, before } = changed.value;
  const isNext = before !== null && entry.revision === before.revision + 1;
  const after = isNext
    ? foldIncident([entry], before)
    : await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId);
  if (after === null) return refused({ code: 'subject.unknown' });
  const { incident, signal } = after.reference;
  return done(writtenOf(entry, after, incident ?? signal, created));
}

function aroundNow({ actor, roles, ports }: Context, { around }: Change, handed: SameHand): Around {
  return {
    ...around,
    actorId: actor.id,
    isPerson: actor.kind === 'person',
    sameHand: handed,
    roles,
    now: ports.now(),
    newId: ports.newId(),
  };
}

/** When it happened, where that is not when it was written. */
function happenedAt(event: IncidentEvent): { at: string } | Record<string, never> {
  switch (event.type) {
    case 'aware.set':
      return { at: event.values.awareAt };
    case 'subNotice.received':
      return { at: event.values.receivedAt };
    case 'measure.added':
      return event.values.status === 'taken' ? { at: event.values.at } : {};
    default:
      return {};
  }
}
