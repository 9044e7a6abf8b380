import { heartbeat, sleep } from '@temporalio/activity';
import { LONGEST_LEASE_MS } from '../application/delivery/claimAttempt';
import { type ReachMilestone, reachMilestone } from '../application/controllerCase/reachMilestone';
import { sendToPersons } from '../application/controllerCase/sendToPersons';
import { readControllerCase } from '../application/controllerCase/readCases';
import type { Ports } from '../application/ports/ports';
import { type Milestone, nextMilestone } from '../domain/controllerCase/nextMilestone';
import { engineOf, unwrap } from './reading';
import { type StepAnswer, stepOfCase } from './steps';

type Case = { orgId: string; caseId: string };
type Act<K extends ReachMilestone['milestone']['kind']> = Case & { milestone: Extract<Milestone, { kind: K }> };

/** One name a step of the procedure, for whoever reads a run in Temporal's own page; one use case does them all. */
export function caseActivities(ports: Ports) {
  const engine = engineOf(ports);

  async function reach({ orgId, ...input }: Case & ReachMilestone): Promise<void> {
    unwrap(await reachMilestone({ ctx: engine(orgId), input }));
  }

  return {
    async readCaseStep({ orgId, caseId, nowMs }: Case & { nowMs: number }): Promise<StepAnswer<Milestone>> {
      const one = unwrap(await readControllerCase({ ctx: engine(orgId), input: { caseId } }));
      const milestone = nextMilestone(one, new Date(nowMs));
      return stepOfCase(one, { readSeq: one.seq, milestone, leaseMs: LONGEST_LEASE_MS });
    },

    handToProcessor: (act: Act<'hand'>) => reach(act),
    remindOfCase: (act: Act<'remind'>) => reach(act),
    deliverOfCase: (act: Act<'deliver'>) => reach(act),

    async sendToPersons({ orgId, caseId }: Case): Promise<void> {
      const carrying = { rest: sleep, beat: () => heartbeat() };
      unwrap(await sendToPersons({ ctx: engine(orgId), input: { caseId, ...carrying } }));
    },
  };
}
