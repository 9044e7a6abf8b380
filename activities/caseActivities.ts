import { Context } from '@temporalio/activity';
import { LONGEST_LEASE_MS } from '../application/delivery/claimAttempt';
import { deliverDue } from '../application/delivery/deliverDue';
import { type ReachMilestone, reachMilestone } from '../application/controllerCase/reachMilestone';
import { sendToPersons } from '../application/controllerCase/sendToPersons';
import { listDueAt } from '../application/controllerCase/recipientLists';
import { readControllerCase } from '../application/controllerCase/readCases';
import type { Ports } from '../application/ports/ports';
import { type Milestone, nextMilestone } from '../domain/controllerCase/nextMilestone';
import { engineOf, unwrap } from './reading';
import { type Asked, type StepAnswer, stepOfCase } from './steps';

type Case = { orgId: string; caseId: string };
type Act<K extends ReachMilestone['milestone']['kind']> = Case & { milestone: Extract<Milestone, { kind: K }> };

/** A third of the time after which a sender that is silent is given up (`longActs`): a lone mail may take longer than that. */
const BEAT_MS = 5_000;

/** One name a step of the procedure, for whoever reads a run in Temporal's own page; one use case does them all. */
export function caseActivities(ports: Ports) {
  const engine = engineOf(ports);

  async function reach({ orgId, ...input }: Case & ReachMilestone): Promise<void> {
    unwrap(await reachMilestone({ ctx: engine(orgId), input }));
  }

  return {
    async readCaseStep({ orgId, caseId, nowMs, handFromMs }: Case & Asked): Promise<StepAnswer<Milestone>> {
      const ctx = engine(orgId);
      const one = unwrap(await readControllerCase({ ctx, input: { caseId } }));
      const waits = { listDueAt: await listDueAt(ctx, one), handFromMs };
      const milestone = nextMilestone(one, new Date(nowMs), waits);
      return stepOfCase(one, { readSeq: one.seq, milestone, leaseMs: LONGEST_LEASE_MS });
    },

    handToProcessor: (act: Act<'hand'>) => reach(act),
    remindOfCase: (act: Act<'remind'>) => reach(act),
    deliverOfCase: (act: Act<'deliver'>) => reach(act),

    async deliverDueOfCase({ orgId, caseId: id }: Case): Promise<void> {
      unwrap(await deliverDue({ ctx: engine(orgId), input: { kind: 'controllerCase', id } }));
    },

    async sendToPersons({ orgId, caseId }: Case): Promise<void> {
      const activity = Context.current();
      const beating = setInterval(() => activity.heartbeat(), BEAT_MS);
      try {
        unwrap(await sendToPersons({ ctx: engine(orgId), input: { caseId } }));
      } finally {
        clearInterval(beating);
      }
    },
  };
}
