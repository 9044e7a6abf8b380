import { versionAt } from '../../domain/agreement/versions';
import { earliestLimit, type Limit, touchesNobody } from '../../domain/incident/earliestLimit';
import type { Incident } from '../../domain/incident/incident';
import { type Milestone, nextMilestone } from '../../domain/incident/nextMilestone';
import { allAgreements } from '../agreement/allAgreements';
import type { Context } from '../ports/ports';

/** The earliest limit of an incident by the agreements that are in force now; null for none. */
export async function limitOf(ctx: Context, incident: Incident): Promise<Limit | null> {
  const at = ctx.ports.now().toISOString();
  const inForce = (await allAgreements(ctx)).flatMap((agreement) => {
    const version = versionAt(agreement, at);
    return version === null ? [] : [{ id: agreement.id, terms: version.terms }];
  });
  return earliestLimit(incident, inForce);
}

/** What follows next in an incident; agreements are read only where nobody is said to be touched. */
export async function nextOf(ctx: Context, incident: Incident, now: Date, zone: string): Promise<Milestone | null> {
  return nextMilestone(incident, now, zone, touchesNobody(incident) ? await limitOf(ctx, incident) : null);
}
