import type { AgreementVersion } from '../agreement/fold';
import { localDate } from '../deadline/calendarDate';
import { type BreachClock, t0Of } from '../deadline/breachClock';
import { factsFor, type Incident } from '../incident/incident';

type Judged = {
  incident: Pick<Incident, 'facts' | 'report' | 'touched'>;
  clock: BreachClock;
  agreementId: string;
  version: Pick<AgreementVersion, 'terms' | 'timeZone'>;
};

/**
 * The day on which firms processed when it was breached, in the zone of the agreement: when it began, as far as somebody has
 * said, else t0, else the first alert. What was authorised after it was not authorised before (GDPR Art 28(2), duty S3-16).
 *
 * @returns `YYYY-MM-DD`
 */
export function breachDay({ incident, clock, agreementId, version }: Judged): string {
  const { beganAt = null } = factsFor(incident, agreementId);
  const status = clock.status === 'cancelled' ? 'provisional' : clock.status; // ruled out, it is judged as it was
  const t0 = t0Of({ ...clock, status }, version.terms.breachNotice);
  return localDate(beganAt ?? t0 ?? incident.report.alertedAt, version.timeZone);
}
