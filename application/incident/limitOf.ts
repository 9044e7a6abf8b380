import { versionAt } from '../../domain/agreement/versions';
import type { Place } from '../../domain/deadline/longPeriods';
import { earliestLimit, type Limit, touchesNobody } from '../../domain/incident/earliestLimit';
import type { Incident } from '../../domain/incident/incident';
import { type Milestone, nextMilestone } from '../../domain/incident/nextMilestone';
import { stagesHere } from '../../domain/incident/regimes';
import { allAgreements } from '../agreement/allAgreements';
import type { Context } from '../ports/ports';
import { elsewhereOf } from './elsewhere';

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
export const nextOf = (ctx: Context, incident: Incident, now: Date, place: Place): Promise<Milestone | null> =>
  createNext(ctx)(incident, now, place);

/** The same for whoever looks at many: agreements are read once, and what stands beside an incident only where it counts. */
export function createNext(ctx: Context) {
  let inForce: ReturnType<typeof agreementsInForce> | null = null;
  const limit = async (incident: Incident): Promise<Limit | null> => {
    if (!touchesNobody(incident)) return null;
    inForce ??= agreementsInForce(ctx);
    return earliestLimit(incident, await inForce);
  };
  return async (incident: Incident, now: Date, place: Place): Promise<Milestone | null> => {
    const asksElsewhere = stagesHere(incident, null, now).length > 0;
    const elsewhere = asksElsewhere ? await elsewhereOf(ctx, incident) : null;
    return nextMilestone(incident, now, place, { limit: await limit(incident), elsewhere });
  };
}
