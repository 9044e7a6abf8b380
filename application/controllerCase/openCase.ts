import type { OpenCase } from '../../domain/controllerCase/commands';
import { decideOpening } from '../../domain/controllerCase/decide';
import { foldCase } from '../../domain/controllerCase/fold';
import type { Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { type Written, writtenOf } from '../entries/written';
import { ownCaseId, ownCaseOf } from './openOwn';
import { placeOf } from '../organisation/zoneOf';
import { mayOpenCase } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';

/** A controller was told of a breach of its data, or found it out: from here its own limits run (GDPR Art 33(1)). */
export async function openCase({
  ctx,
  input: { key, opening },
}: Call<{ key: string; opening: OpenCase }>): Promise<Result<Written>> {
  if (!mayOpenCase(ctx)) return refused({ code: 'actor.forbidden' });
  const request = plain(opening);
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return firstWritten(repeat.value, false);

  const decided = decideOpening(opening, await aroundOf(ctx, opening));
  if (!decided.ok) return decided;
  const { type, values } = decided.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id: idOf(opening) ?? ctx.ports.newId() },
    key,
    request,
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: 1 },
    at: values.receivedAt,
  });
  return appended.ok ? firstWritten(appended.value.entry, appended.value.created) : appended;
}

const idOf = ({ origin, incidentId }: OpenCase) =>
  origin === 'own' && incidentId !== null ? ownCaseId(incidentId) : null;

async function aroundOf(ctx: Context, { agreementId, incidentId }: OpenCase) {
  const { orgId, ports } = ctx;
  const [place, agreement, incident] = await Promise.all([
    placeOf(ctx),
    agreementId === null ? null : ports.projections.read(orgId, 'agreement', agreementId),
    incidentId === null ? null : ports.projections.read(orgId, 'incident', incidentId),
  ]);
  const hasAgreement = agreementId === null || agreement !== null;
  const hasIncident = incidentId === null || incident !== null;
  const ownCase = incident === null ? null : await ownCaseOf(ctx, incident);
  const report = incident?.report;
  const drilled =
    report?.exercise === true ? { exercise: true as const, ...(report.drill && { drill: report.drill }) } : null;
  return { now: ports.now(), hasAgreement, hasIncident, ownCase: ownCase?.reference ?? null, ...place, drilled };
}

function firstWritten(entry: Entry, created: boolean): Result<Written> {
  const opened = foldCase([entry]);
  return opened === null
    ? refused({ code: 'subject.unknown' })
    : done(writtenOf(entry, opened, opened.reference, created));
}
