import type { ControllerCase } from '../../domain/controllerCase/case';
import { toFollow } from '../../domain/controllerCase/follow';
import { ownBreach } from '../../domain/controllerCase/ownBreach';
import { seatAt } from '../../domain/controllerCase/place';
import { profileFor } from '../../domain/controllerCase/term';
import type { CaseOpened } from '../../domain/controllerCase/values';
import { isOver } from '../../domain/exercise/over';
import type { Incident } from '../../domain/incident/incident';
import { done, refused, type Result } from '../../domain/shared/errors';
import { idFrom } from '../../domain/shared/idFrom';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { placeOf } from '../organisation/zoneOf';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';

/** Of one incident there are rarely two. */
const MOST_CASES = 50;

/**
 * Opens the case of an incident that touches our own processing, one for each incident, and brings it to where the incident
 * stands. Keys are made from the incident, so doing it again, anywhere, is a no-op (ADR 0035).
 *
 * @returns id of that case; null while there is none, and need not be
 */
export async function openOwn({ ctx, input: incident }: Call<Incident>): Promise<Result<string | null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const own = ownBreach(incident);
  if (own === null) return done(null);
  const known = await ownCaseOf(ctx, incident);
  if (known !== null) return bring(ctx, known.id, incident);
  return own.status === 'cancelled' || isOver(incident) ? done(null) : open(ctx, incident);
}

/**
 * The case of our own processing that an incident has: the one opened for it (earlier versions gave it an id of its own),
 * else one that was opened before it was.
 */
export async function ownCaseOf({ orgId, ports }: Context, { id, report }: Incident): Promise<ControllerCase | null> {
  const own = await ports.projections.read(orgId, 'controllerCase', ownCaseId(id));
  if (own !== null) return own;
  const opening = await ports.journal.byKey(orgId, keyOf(id));
  if (opening !== null) return ports.projections.read(orgId, 'controllerCase', opening.subject.id);
  const found = await ports.projections.list(orgId, 'controllerCase', { parentId: id, limit: MOST_CASES });
  return found.findLast(({ opened }) => opened.origin === 'own' && opened.exercise === report.exercise) ?? null;
}

/** One id, whoever opens it: of two who do so in the same second the journal takes one. */
export const ownCaseId = (incidentId: string): string => idFrom(keyOf(incidentId));

const keyOf = (incidentId: string): string => `own/${incidentId}`;

/** Opening and standing in one write: no process that dies leaves a case that does not know its incident. */
async function open(ctx: Context, incident: Incident): Promise<Result<string | null>> {
  const [first, second] = toFollow(null, incident);
  if (first?.type !== 'case.followed') return done(null);
  const { id, report, reference } = incident;
  const { t0, nature, status, reason } = first.values;
  const now = ctx.ports.now().toISOString();
  const known = (receivedAt: string) => profileFor({ receivedAt, knownAt: null });
  const { zone, calendar, seat: recorded } = await placeOf(ctx);
  const seat = seatAt(recorded, zone);
  const opened: CaseOpened = {
    origin: 'own',
    kind: status === 'confirmed' ? 'notice' : 'suspicion',
    receivedAt: t0,
    reference: null,
    version: null,
    envelopeHash: null,
    source: null,
    from: reference.incident ?? reference.signal,
    text: reason ?? report.text,
    incidentId: id,
    agreementId: null,
    knownAt: null,
    certain: status === 'confirmed',
    nature,
    lawProfile: known(t0) ?? known(now) ?? '',
    zone,
    ...(calendar && { calendar }),
    exercise: report.exercise,
    ...(report.drill && { drill: report.drill }),
    ...(seat && { seat }),
  };
  const follower = {
    actor: ctx.actor,
    key: `${keyOf(id)}/${first.type}/${incident.seq}`,
    event: { ...first, values: plain(first.values) },
    request: requestOf(incident),
  };
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id: ownCaseId(id) },
    key: keyOf(id),
    request: { incidentId: id },
    event: { type: 'case.opened', values: plain(opened) },
    standing: { kind: 'decision', revision: 1 },
    at: t0,
    follower,
  });
  if (!appended.ok) return appended;
  const caseId = appended.value.entry.subject.id;
  return second === undefined && appended.value.created ? done(caseId) : bring(ctx, caseId, incident);
}

const requestOf = ({ id, seq }: Incident) => ({ incidentId: id, incidentSeq: seq });

/** Additions: they say where the incident stands, whatever was decided in the case meanwhile. */
async function bring(ctx: Context, caseId: string, incident: Incident): Promise<Result<string | null>> {
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  if (one === null) return refused({ code: 'subject.unknown' });
  let { revision } = one;
  for (const event of toFollow(one, incident)) {
    const appended = await appendEvent(ctx, {
      subject: { kind: 'controllerCase', id: caseId },
      key: `${keyOf(incident.id)}/${event.type}/${incident.seq}`,
      request: requestOf(incident),
      event: { ...event, values: plain(event.values) },
      standing: { kind: 'addition', revision: (revision += 1) },
    });
    if (!appended.ok) return appended;
  }
  return done(caseId);
}
