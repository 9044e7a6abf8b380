import type { ControllerCase } from '../../domain/controllerCase/case';
import type { ClockRow } from '../../domain/deadline/clockRow';
import { clockRows } from '../../domain/deadline/clockRows';
import type { Incident } from '../../domain/incident/incident';
import type { Elsewhere } from '../../domain/incident/regimes';
import type { Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Vulnerability } from '../../domain/vulnerability/fold';
import { ownCaseOf } from '../controllerCase/openOwn';
import { listVulnerabilities } from '../vulnerability/readVulnerabilities';
import { withholdCounsel } from '../journal/withholdCounsel';
import { mayReadNotice } from '../policies/notice';
import type { Call, Context } from '../ports/ports';
import { elsewhereOf } from '../incident/elsewhere';
import { workplaceOf } from '../organisation/zoneOf';
import type { FullCase } from '../notice/readCase';
import { casesOf } from './listNow';

export type IncidentOverview = {
  incident: Incident;
  cases: readonly FullCase[];
  rows: readonly ClockRow[];
  /** The case of our own processing; null while there is none. */
  own: ControllerCase | null;
  /** What was answered of other laws in that case. */
  elsewhere: Elsewhere | null;
  /** Proven vulnerabilities that belong to it, newest first. */
  vulnerabilities: readonly Vulnerability[];
  /** Entries of the incident and of its notices, newest fact first. */
  entries: readonly Entry[];
};

/** More than one incident brings to light. */
const MOST_VULNERABILITIES = 50;

/** Where an incident is, what burns in it, and its story. For members only: it may name several controllers. */
export async function readIncidentOverview({
  ctx,
  input,
}: Call<{ incidentId: string }>): Promise<Result<IncidentOverview>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const cases = await casesOf(ctx, incident.id);
  if (!cases.ok) return cases;
  const own = await ownCaseOf(ctx, incident);
  const burning = { cases: cases.value, incidents: [incident], ours: own === null ? [] : [own] };
  const elsewhere = await elsewhereOf(ctx, incident);
  const beside = new Map(elsewhere === null ? [] : [[incident.id, elsewhere]]);
  const rows = clockRows({ ...burning, place: await workplaceOf(ctx), elsewhere: beside }, ctx.ports.now());
  const entries = await storyOf(ctx, incident.id, cases.value);
  const found = await listVulnerabilities({ ctx, input: { incidentId: incident.id, limit: MOST_VULNERABILITIES } });
  const vulnerabilities = found.ok ? found.value : [];
  return done({ incident, cases: cases.value, rows, own, elsewhere, vulnerabilities, entries });
}

async function storyOf(ctx: Context, incidentId: string, cases: readonly FullCase[]): Promise<Entry[]> {
  const { orgId, ports } = ctx;
  const subjects = [
    { kind: 'incident' as const, id: incidentId },
    ...cases.map(({ notice }) => ({ kind: 'notice' as const, id: notice.id })),
  ];
  const all = await Promise.all(subjects.map((subject) => ports.journal.readSubject(orgId, subject, 0)));
  const entries = await withholdCounsel(ctx, all.flat());
  return entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.seq - a.seq);
}
