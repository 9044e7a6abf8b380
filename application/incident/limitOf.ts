import { versionAt } from '../../domain/agreement/versions';
import { earliestLimit, type Limit, touchesNobody } from '../../domain/incident/earliestLimit';
import type { Incident } from '../../domain/incident/incident';
import { type Milestone, nextMilestone } from '../../domain/incident/nextMilestone';
import { allAgreements } from '../agreement/allAgreements';
import type { Context } from '../ports/ports';

/** The earliest limit of an incident by the agreements that are in force now; null for none. */
export async function limitOf(ctx: Context, incident: Incident): Promise<Limit | null> {
  return earliestLimit(incident, await agreementsInForce(ctx));
}

async function agreementsInForce(ctx: Context) {
  const at = ctx.ports.now().toISOString();
  return (await allAgreements(ctx)).flatMap((agreement) => {
    const version = versionAt(agreement, at);
    return version === null ? [] : [{ id: agreement.id, terms: version.terms }];
  });
}

/** What follows next in an incident. */
export const nextOf = (ctx: Context, incident: Incident, now: Date, zone: string): Promise<Milestone | null> =>
  createNext(ctx)(incident, now, zone);

/** The same for whoever looks at many: agreements are read once, and only where nobody is said to be touched. */
export function createNext(ctx: Context) {
  let inForce: ReturnType<typeof agreementsInForce> | null = null;
  return async (incident: Incident, now: Date, zone: string): Promise<Milestone | null> => {
    if (!touchesNobody(incident)) return nextMilestone(incident, now, zone, null);
    inForce ??= agreementsInForce(ctx);
    return nextMilestone(incident, now, zone, earliestLimit(incident, await inForce));
  };
}
