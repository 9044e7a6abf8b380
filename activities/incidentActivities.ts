import { LONGEST_LEASE_MS } from '../application/delivery/claimAttempt';
import { nextOf } from '../application/incident/limitOf';
import { reachMilestone } from '../application/incident/reachMilestone';
import { readIncident } from '../application/incident/readIncident';
import { workplaceOf } from '../application/organisation/zoneOf';
import type { Ports } from '../application/ports/ports';
import type { Milestone } from '../domain/incident/nextMilestone';
import { engineOf, unwrap } from './reading';
import { type StepAnswer, stepOfIncident } from './steps';

type Incident = { orgId: string; incidentId: string };
type Act<K extends Milestone['kind']> = Incident & { milestone: Extract<Milestone, { kind: K }> };

/** One name a step of the procedure, for whoever reads a run in Temporal's own page; one use case does them all. */
export function incidentActivities(ports: Ports) {
  const engine = engineOf(ports);

  async function reach({ orgId, ...input }: Incident & { milestone: Milestone }): Promise<void> {
    unwrap(await reachMilestone({ ctx: engine(orgId), input }));
  }

  return {
    async readIncidentStep({ orgId, incidentId, nowMs }: Incident & { nowMs: number }): Promise<StepAnswer<Milestone>> {
      const incident = unwrap(await readIncident({ ctx: engine(orgId), input: { incidentId } }));
      const milestone = await nextOf(engine(orgId), incident, new Date(nowMs), await workplaceOf({ orgId, ports }));
      return stepOfIncident(incident, { readSeq: incident.seq, milestone, leaseMs: LONGEST_LEASE_MS });
    },

    tellPeople: (act: Act<'tell'>) => reach(act),
    remindOfIncident: (act: Act<'remind'>) => reach(act),
    deliverOfIncident: (act: Act<'deliver'>) => reach(act),
  };
}
