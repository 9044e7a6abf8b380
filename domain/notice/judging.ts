import type { Agreement, AgreementVersion } from '../agreement/fold';
import type { Terms } from '../agreement/terms';
import { versionGoverning } from '../agreement/versions';
import { type BreachClock, processorDue } from '../deadline/breachClock';
import { type Pace, paceOf, pacedTerms } from '../deadline/pace';
import type { Incident } from '../incident/incident';
import { earliest } from '../shared/instant';
import { dueOf } from './case';
import type { Notice } from './fold';

/** What a notice is judged by: its clock, and the agreement version in force at t0, its terms at the pace of an exercise. */
export type Judging = { clock: BreachClock; version: AgreementVersion; pace: Pace; terms: Terms };

export function judgingOf(notice: Notice, incident: Incident, agreement: Agreement): Judging {
  const clock = clockFor(notice, incident);
  const version = versionJudging(agreement, clock, notice);
  const pace = paceOf(incident.report);
  return { clock, version, pace, terms: pacedTerms(version.terms, pace) };
}

/** The contract's limit, UTC; null for a report, and when nothing runs. */
export function limitOf(notice: Notice, incident: Incident, agreement: Agreement): string | null {
  const { clock, terms } = judgingOf(notice, incident, agreement);
  return dueOf({ notice, incident: { clock }, agreement: { terms } })?.dueAt ?? null;
}

/** A breach that was ruled out ends its notices for good: the suspicion that comes after it opens its own. */
function clockFor({ opened, openedSeq }: Notice, { clock, clockHistory }: Incident): BreachClock {
  if (opened.purpose !== 'breach') return clock;
  return clockHistory.find(({ seq, after }) => seq > openedSeq && after.status === 'cancelled')?.after ?? clock;
}

/**
 * A breach is judged by the version in force at its t0 (duty S3-20); a report, by the one in force when it was opened.
 * Which instant is t0 is itself said by terms: those in force at awareness say it first.
 */
function versionJudging(agreement: Agreement, clock: BreachClock, { openedAt }: Notice): AgreementVersion {
  const [first, ...others] = [clock.provisionalT0, clock.awareAt].filter((at): at is string => at !== null);
  const known = versionGoverning(agreement, first === undefined ? openedAt : earliest(first, ...others));
  const status = clock.status === 'cancelled' ? 'provisional' : clock.status; // ruled out, it is withdrawn as it was judged
  const t0 = processorDue({ ...clock, status }, known.terms)?.t0;
  return t0 === undefined ? known : versionGoverning(agreement, t0);
}
