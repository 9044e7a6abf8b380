import type { ClockRow } from '../../domain/deadline/clockRow';
import { clockRows } from '../../domain/deadline/clockRows';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Incident } from '../../domain/incident/incident';
import type { Subject } from '../../domain/journal/entry';
import type { Notice } from '../../domain/notice/fold';
import { openCalls } from '../../domain/notice/openCalls';
import { done, refused, type Result } from '../../domain/shared/errors';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import { mayReadNotice } from '../policies/notice';
import { allSubjects } from '../entries/allSubjects';
import { elsewhereOfEach } from '../incident/elsewhere';
import { workplaceOf } from '../organisation/zoneOf';
import type { Call, Context } from '../ports/ports';
import { completeCase, type FullCase, type Surroundings, surroundingsOnce } from '../notice/readCase';

/** More than these are a matter for whoever runs the house, not for a list. */
const MOST_UNREADABLE = 20;

export type Now = {
  /** What a newer version wrote: its clocks may be missing here. */
  unreadable: readonly Subject[];

  /** By limit, what is overdue first; clocks that were met are among them, last. */
  rows: readonly ClockRow[];
  cases: readonly FullCase[];
  incidents: ReadonlyMap<string, Incident>;
  /** Of this organisation as a controller, by id. */
  ours: ReadonlyMap<string, ControllerCase>;
};

/** Everything that burns in the organisation, joined anew from entries: no list can lag behind a limit. */
export async function listNow({ ctx }: Pick<Call<void>, 'ctx'>): Promise<Result<Now>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const burns = { open: true };
  const found = await Promise.all([
    allSubjects(ports.projections, orgId, 'notice', burns),
    allSubjects(ports.projections, orgId, 'incident', burns),
    allSubjects(ports.projections, orgId, 'controllerCase', burns),
  ]);
  // a drill burns on its own page: it is not taken for what is real
  const notices = found[0].filter(({ opened }) => !opened.exercise);
  const open = found[1].filter(({ report }) => !report.exercise);
  const ours = found[2].filter(({ opened }) => !opened.exercise);
  const cases: FullCase[] = [];
  const burning = [...notices, ...(await withdrawnWithCalls(ctx, open))];
  const around = surroundingsOnce(ctx, burning);
  for (const notice of burning) {
    const read = await readableCase(ctx, notice, around(notice));
    if (!read.ok) return read;
    if (read.value !== null) cases.push(read.value);
  }
  // an open incident as it is: its clock of a case may be that of an earlier round
  const incidents = new Map([...cases.map(({ incident }) => incident), ...open].map((one) => [one.id, one]));
  const elsewhere = await elsewhereOfEach(ctx, [...incidents.values()]);
  const clocks = { cases, incidents: [...incidents.values()], ours, place: await workplaceOf(ctx), elsewhere };
  const rows = clockRows(clocks, ports.now());
  const unreadable = await ports.projections.unreadable(orgId, MOST_UNREADABLE);
  return done({ rows, cases, incidents, ours: new Map(ours.map((one) => [one.id, one])), unreadable });
}

/** A notice that was withdrawn is closed; that it was may still have to be told on the telephone. */
async function withdrawnWithCalls({ orgId, ports }: Context, incidents: readonly Incident[]): Promise<Notice[]> {
  const ruledOut = incidents.filter(({ clockHistory }) =>
    clockHistory.some(({ after }) => after.status === 'cancelled'),
  );
  const lists = await Promise.all(
    ruledOut.map(({ id }) => allSubjects(ports.projections, orgId, 'notice', { parentId: id, open: false })),
  );
  return lists.flat().filter((notice) => openCalls(notice).length > 0);
}

/** Null for a case that stands on what cannot be read: the others burn all the same. */
async function readableCase(ctx: Context, notice: Notice, around: Surroundings): Promise<Result<FullCase | null>> {
  try {
    return await completeCase(ctx, notice, around);
  } catch (error) {
    if (error instanceof SubjectUnreadable) return done(null);
    throw error;
  }
}

/** Notices of one incident, each with what its clock follows from; oldest first, so that a page does not jump. */
export async function casesOf(ctx: Context, incidentId: string): Promise<Result<FullCase[]>> {
  const { orgId, ports } = ctx;
  const notices = await allSubjects(ports.projections, orgId, 'notice', { parentId: incidentId });
  const around = surroundingsOnce(ctx, notices);
  const cases: FullCase[] = [];
  for (const notice of notices.toReversed()) {
    const read = await completeCase(ctx, notice, around(notice));
    if (!read.ok) return read;
    cases.push(read.value);
  }
  return done(cases);
}
