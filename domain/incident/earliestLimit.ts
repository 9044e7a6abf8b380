import { type BreachClock, processorDue } from '../deadline/breachClock';
import { paced, paceOf } from '../deadline/pace';
import type { Terms } from '../agreement/terms';
import { earliest } from '../shared/instant';
import type { Incident } from './incident';

type Agreed = { id: string; terms: Pick<Terms, 'breachNotice'> };

type Limited = Pick<Incident, 'report' | 'clock' | 'touched' | 'ownProcessing'>;

/** UTC instants. */
export type Limit = { t0: string; dueAt: string };

/**
 * A clock runs and nobody has said yet whose data it is about, as after the signed notice of a firm that no annex lists: no
 * notice is open, so that no ladder of a notice warns of the limit (domain rules 7.5, ADR 0042).
 */
export const touchesNobody = ({ clock, touched, ownProcessing }: Omit<Limited, 'report'>): boolean =>
  (clock.status === 'provisional' || clock.status === 'confirmed') && touched.length === 0 && !ownProcessing;

/**
 * The earliest limit towards a controller that runs, or that would run if this turned out to be a breach known from its
 * first alert on: what management wants to know at once (duty S4-02). While nobody is said to be touched, anybody may be.
 *
 * @param agreements those in force
 * @returns null when it was ruled out, or when there is no agreement
 */
export function earliestLimit(incident: Limited, agreements: readonly Agreed[]): Limit | null {
  const { report, clock, touched } = incident;
  const isRunning = clock.status !== 'none';
  const ids = touched.map(({ agreementId }) => agreementId);
  const isAnybody = !isRunning || touchesNobody(incident);
  const concerned = isAnybody ? agreements : agreements.filter(({ id }) => ids.includes(id));
  const { alertedAt, detectedAt } = report;
  const t0 = detectedAt === null ? alertedAt : earliest(alertedAt, detectedAt);
  const supposed: BreachClock = { ...clock, status: 'provisional', provisionalT0: t0 };
  const limits = concerned.flatMap(({ terms }) => {
    const due = processorDue(isRunning ? clock : supposed, terms);
    return due === null ? [] : [{ t0: due.t0, dueAt: paced(due.t0, due.dueAt, paceOf(report)) }];
  });
  return limits.toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0] ?? null;
}
