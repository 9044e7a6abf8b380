import { type BreachClock, processorDue } from '../deadline/breachClock';
import { paced, paceOf } from '../deadline/pace';
import type { Terms } from '../agreement/terms';
import { earliest } from '../shared/instant';
import type { Incident } from './incident';

type Agreed = { id: string; terms: Pick<Terms, 'breachNotice'> };

/**
 * The earliest limit towards a controller that runs, or that would run if this turned out to be a breach known from its
 * first alert on: what management wants to know at once (duty S4-02).
 *
 * @param agreements those in force
 * @returns UTC instant; null when it was ruled out, or when there is no agreement
 */
export function earliestLimit(
  { report, clock, touched }: Pick<Incident, 'report' | 'clock' | 'touched'>,
  agreements: readonly Agreed[],
): string | null {
  const isRunning = clock.status !== 'none';
  const ids = touched.map(({ agreementId }) => agreementId);
  const concerned = isRunning ? agreements.filter(({ id }) => ids.includes(id)) : agreements;
  const { alertedAt, detectedAt } = report;
  const t0 = detectedAt === null ? alertedAt : earliest(alertedAt, detectedAt);
  const supposed: BreachClock = { ...clock, status: 'provisional', provisionalT0: t0 };
  const limits = concerned.flatMap(({ terms }) => {
    const due = processorDue(isRunning ? clock : supposed, terms);
    return due === null ? [] : [paced(due.t0, due.dueAt, paceOf(report))];
  });
  const [first, ...others] = limits;
  return first === undefined ? null : earliest(first, ...others);
}
