import type { ControllerCase } from '../controllerCase/case';
import type { Incident } from '../incident/incident';
import type { Elsewhere } from '../incident/regimes';
import type { NoticeCase } from '../notice/case';
import { caseRows } from './caseRows';
import type { ClockRow, DutySource } from './clockRow';
import { incidentRows } from './incidentRows';
import type { Place } from './longPeriods';
import { noticeRows } from './noticeRows';

export type Burning = {
  cases: readonly NoticeCase[];
  incidents: readonly Incident[];
  /** Of this organisation as a controller. */
  ours?: readonly ControllerCase[];
  /** Where the organisation is. */
  place: Place;
  /** By incident, what was answered of other laws in the case of our own processing. */
  elsewhere?: ReadonlyMap<string, Elsewhere>;
};

const binding: readonly DutySource[] = ['law', 'authority', 'contract', 'promise', 'procedure'];

/** Everything that burns now or was met: by the instant of its limit, so that what is overdue comes first; what was met, last. */
export function clockRows(
  { cases, incidents, ours = [], place, elsewhere = new Map() }: Burning,
  now: Date,
): ClockRow[] {
  const own = new Map(ours.map((one) => [one.id, caseRows(one, now)]));
  const rows = [
    ...cases.flatMap((one) => noticeRows(one, now)),
    ...incidents.flatMap((incident) => incidentRows(incident, now, place, elsewhere.get(incident.id) ?? null)),
    ...[...own.values()].flat(),
  ];
  return asCasesSay(rows.toSorted(byLimit), own);
}

/** Of one case, in the places of its rows, the order in which its own page says what to do first. */
function asCasesSay(rows: readonly ClockRow[], own: ReadonlyMap<string, readonly ClockRow[]>): ClockRow[] {
  const left = new Map([...own].map(([id, all]) => [id, all.filter(isUnmet)]));
  return rows.map((row) => (isUnmet(row) ? (left.get(row.caseId ?? '')?.shift() ?? row) : row));
}

const isUnmet = ({ clock }: ClockRow): boolean => clock.doneAt === null;

/** Of one instant, what binds most. Met comes last, even if only caught. */
function byLimit(a: ClockRow, b: ClockRow): number {
  const met = ({ clock }: ClockRow) => (clock.doneAt === null ? 0 : 1);
  const due = ({ clock }: ClockRow) => Date.parse(clock.dueAt);
  const bound = ({ source }: ClockRow) => binding.indexOf(source);
  return met(a) - met(b) || due(a) - due(b) || bound(a) - bound(b);
}
