import type { Incident } from '../incident/incident';
import type { NoticeCase } from '../notice/case';
import type { ClockRow, DutySource } from './clockRow';
import { clockState, seriousness } from './clockState';
import { incidentRows } from './incidentRows';
import { noticeRows } from './noticeRows';

export type Burning = {
  cases: readonly NoticeCase[];
  incidents: readonly Incident[];
  /** IANA zone of the organisation. */ zone: string;
};

const binding: readonly DutySource[] = ['law', 'contract', 'promise', 'procedure'];

/** Everything that burns now or was met, most serious first: late, near, running; in each, what binds most, then what ends first. */
export function clockRows({ cases, incidents, zone }: Burning, now: Date): ClockRow[] {
  const rows = [
    ...cases.flatMap((one) => noticeRows(one, now)),
    ...incidents.flatMap((incident) => incidentRows(incident, now, zone)),
  ];
  return rows.toSorted((a, b) => bySeriousness(a, b, now));
}

function bySeriousness(a: ClockRow, b: ClockRow, now: Date): number {
  const grave = ({ clock }: ClockRow) => seriousness.indexOf(clock.doneAt === null ? clockState(clock, now) : 'done'); // met comes last, even if only caught
  const bound = ({ source }: ClockRow) => binding.indexOf(source);
  const due = ({ clock }: ClockRow) => Date.parse(clock.dueAt);
  return grave(a) - grave(b) || bound(a) - bound(b) || due(a) - due(b);
}
