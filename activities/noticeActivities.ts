import { leaseOf } from '../application/notice/leaseOf';
import { reachMilestone } from '../application/notice/reachMilestone';
import { readCase } from '../application/notice/readCase';
import type { Ports } from '../application/ports/ports';
import { readSeqOf } from '../domain/notice/case';
import { type Milestone, nextMilestone } from '../domain/notice/nextMilestone';
import { engineOf, unwrap } from './reading';
import { type Asked, type StepAnswer, stepOfNotice } from './steps';

type Notice = { orgId: string; noticeId: string };
type Act<K extends Milestone['kind']> = Notice & { milestone: Extract<Milestone, { kind: K }> };

/** One name a step of the procedure, for whoever reads a run in Temporal's own page; one use case does them all. */
export function noticeActivities(ports: Ports) {
  const engine = engineOf(ports);

  async function reach({ orgId, ...input }: Notice & { milestone: Milestone }): Promise<void> {
    unwrap(await reachMilestone({ ctx: engine(orgId), input }));
  }

  return {
    async readNoticeStep({ orgId, noticeId, nowMs, handFromMs }: Notice & Asked): Promise<StepAnswer<Milestone>> {
      const noticeCase = unwrap(await readCase({ ctx: engine(orgId), input: { noticeId } }));
      const milestone = nextMilestone(noticeCase, new Date(nowMs), handFromMs);
      const lease = leaseOf(noticeCase, ports.now());
      return stepOfNotice(noticeCase, { readSeq: readSeqOf(noticeCase), milestone, leaseMs: lease });
    },

    remind: (act: Act<'remind'>) => reach(act),
    sendProtectiveNotice: (act: Act<'protect'>) => reach(act),
    sendIncidentReport: (act: Act<'report'>) => reach(act),
    sendWithdrawal: (act: Act<'withdraw'>) => reach(act),
    deliver: (act: Act<'deliver'>) => reach(act),
    openAnotherWay: (act: Act<'fallBack'>) => reach(act),
    handToController: (act: Act<'hand'>) => reach(act),
    closeNotice: (act: Act<'settle'>) => reach(act),
  };
}
