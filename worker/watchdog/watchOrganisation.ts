import { completeCase, loadCase } from '../../application/notice/readCase';
import { reachMilestone } from '../../application/notice/reachMilestone';
import type { Context } from '../../application/ports/ports';
import { marginMs } from '../../domain/notice/case';
import { allSubjects } from '../../application/entries/allSubjects';
import { isLasting, unwrap } from '../unwrap';
import { type WatchAct, watchInstants, watchNotice } from './decide';
import { readingOnce } from './readOnce';

/** Freeze, alarm, carry both, look once more: what is still to be done then waits for the next round. */
const MOST_STEPS = 4;

export type Found = { noticeId: string; marginMs: number; isDue: boolean };

/**
 * Open notices whose clock runs and that nobody was told of, and all of which the engine has left something undone.
 * Every one is folded to the journal's head before it is judged.
 */
export async function watchOrganisation(ctx: Context): Promise<Found[]> {
  const once: Context = { ...ctx, ports: { ...ctx.ports, projections: readingOnce(ctx.ports.projections) } };
  const found: Found[] = [];
  for (const notice of await allSubjects(ctx.ports.projections, ctx.orgId, 'notice', { open: true })) {
    try {
      const noticeCase = unwrap(await completeCase(once, notice));
      const isDue = watchNotice(noticeCase, ctx.ports.now()).length > 0;
      const isRunning = watchInstants(noticeCase) !== null && noticeCase.notice.dischargedAt === null;
      if (!isDue && !isRunning) continue;
      found.push({ noticeId: notice.id, marginMs: marginMs(noticeCase.agreement.terms), isDue });
    } catch (error) {
      if (!isLasting(error)) throw error; // the relay alarms for it
    }
  }
  return found;
}

/** Does what the engine has left undone, by the engine's own use case and under its keys. */
export async function doUndone(ctx: Context, noticeId: string): Promise<WatchAct['kind'][]> {
  const done: WatchAct['kind'][] = [];
  const isHand = ({ kind }: WatchAct): boolean => kind === 'hand';
  const undone = async () => watchNotice(unwrap(await loadCase(ctx, noticeId)), ctx.ports.now());
  const act = async (milestone: WatchAct): Promise<void> => {
    unwrap(await reachMilestone({ ctx, input: { noticeId, milestone } }));
    done.push(milestone.kind);
  };
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const acts = (await undone()).filter((one) => !isHand(one));
    if (acts.length === 0) break;
    await inOrder(acts, act);
  }
  // what another organisation has to take comes last: its fault holds up nothing of ours
  for (const milestone of (await undone()).filter(isHand)) await act(milestone);
  return done;
}

/**
 * Mails leave side by side: one that hangs must not hold up the others. The alarm about a version comes after its mails,
 * which a time-out bounds: it says what became of them.
 */
async function inOrder(acts: readonly WatchAct[], act: (milestone: WatchAct) => Promise<void>): Promise<void> {
  const isAfter = (one: WatchAct): boolean => one.kind === 'remind' && one.ladder === 'watchdog' && one.version > 0;
  for (const milestone of acts) if (milestone.kind !== 'deliver' && !isAfter(milestone)) await act(milestone);
  await Promise.allSettled(acts.filter(({ kind }) => kind === 'deliver').map(act)).then(async (mails) => {
    for (const milestone of acts.filter(isAfter)) await act(milestone);
    for (const mail of mails) if (mail.status === 'rejected') throw mail.reason;
  });
}
