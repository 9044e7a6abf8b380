import { statusOf } from '../approval/approval';
import { awaitedRoles } from '../approval/awaited';
import type { Incident } from '../incident/incident';
import { quorumOf } from '../incident/quorum';
import { type Elsewhere, stagesHere } from '../incident/regimes';
import type { Role } from '../shared/roles';
import { type ClockRow, plainRow } from './clockRow';
import { runningClock, within } from './clockState';
import type { Place } from './longPeriods';
import { paced, paceOf } from './pace';
import { regimeRows } from './regimeRows';
import { workingDaysAfter } from './workingDays';

/** Domain rules section 7.1: triage within 4 h, investigation 24 h, 48 h once its length was justified. */
export const TRIAGE_HOURS = 4;
export const INVESTIGATION_HOURS = 24;
const JUSTIFIED_HOURS = 48;

/**
 * Every clock of an incident that runs inside the organisation, which is at `place`. `elsewhere`: what is answered in the case
 * of our own processing has its row there.
 */
export function incidentRows(incident: Incident, now: Date, place: Place, elsewhere: Elsewhere | null): ClockRow[] {
  return [
    ...stageRows(incident),
    ...regimeRows(stagesHere(incident, elsewhere, now), paceOf(incident.report)).map((own) =>
      row(incident, { roles: DECIDERS, ...own }),
    ),
    ...approvalRows(incident, now),
    ...reviewRows(incident, place),
  ];
}

const DECIDERS: readonly Role[] = ['DPO', 'DIR'];

function row(incident: Incident, own: Pick<ClockRow, 'obligation' | 'clock' | 'roles'> & Partial<ClockRow>): ClockRow {
  return { ...plainRow, incidentId: incident.id, ...own };
}

function stageRows(incident: Incident): ClockRow[] {
  const { stage, report, triage, justifications, clock: breach } = incident;
  if (stage === 'EVENT_NEW') {
    const hours = TRIAGE_HOURS / paceOf(report);
    return [row(incident, { obligation: 'triage', clock: within(report.at, hours), hours, roles: ['O', 'IM'] })];
  }
  // The same target binds until somebody has said whether personal data are touched.
  const isAsked = stage === 'INCIDENT' && breach.status === 'none';
  if ((stage !== 'TRIAGE' && !isAsked) || triage === null) return [];
  const hours = (justifications.length > 0 ? JUSTIFIED_HOURS : INVESTIGATION_HOURS) / paceOf(report);
  const obligation = isAsked ? 'assessment' : 'investigation';
  return [row(incident, { obligation, clock: within(triage.at, hours), hours, roles: ['IM', 'DPO'] })];
}

function approvalRows(incident: Incident, now: Date): ClockRow[] {
  return incident.approvals
    .filter((approval) => statusOf(approval, incident.decided, now) === 'open')
    .map(({ proposal, requestedAt, expiresAt, voices }) =>
      row(incident, {
        obligation: 'approval',
        clock: runningClock(requestedAt, expiresAt),
        roles: awaitedRoles(voices, quorumOf(proposal, incident.clock)),
        voices: voices.map(({ actorId }) => actorId),
      }),
    );
}

/** Where one person acted for two, DPO or management look at it the next working day: until its end (invariant 14). */
function reviewRows(incident: Incident, { zone, calendar }: Place): ClockRow[] {
  const pace = paceOf(incident.report);
  return incident.breakGlasses
    .filter(({ reviewed }) => reviewed === null)
    .map(({ at }) =>
      row(incident, {
        obligation: 'breakGlassReview',
        clock: runningClock(at, paced(at, workingDaysAfter(at, 1, calendar, zone), pace)),
        roles: ['DPO', 'DIR'],
      }),
    );
}
