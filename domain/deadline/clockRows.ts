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
  const rows = [
    ...cases.flatMap((one) => noticeRows(one, now)),
    ...incidents.flatMap((incident) => incidentRows(incident, now, place, elsewhere.get(incident.id) ?? null)),
    ...ours.flatMap((one) => caseRows(one, now)),
  ];
  return rows.toSorted(byLimit);
}

/** Of one instant, what binds most. Met comes last, even if only caught. */
function byLimit(a: ClockRow, b: ClockRow): number {
  const met = ({ clock }: ClockRow) => (clock.doneAt === null ? 0 : 1);
  const due = ({ clock }: ClockRow) => Date.parse(clock.dueAt);
  const bound = ({ source }: ClockRow) => binding.indexOf(source);
  return met(a) - met(b) || due(a) - due(b) || bound(a) - bound(b);
}
