import { tieAgreement } from '../../application/agreement/tieAgreement';
import { listControllerCases } from '../../application/controllerCase/readCases';
import { reachMilestone } from '../../application/controllerCase/reachMilestone';
import { reachMilestone as reachNotice } from '../../application/notice/reachMilestone';
import { admitParty } from '../../application/party/admitParty';
import { recordParty } from '../../application/party/recordParty';
import type { Context } from '../../application/ports/ports';
import { nextMilestone } from '../../domain/controllerCase/nextMilestone';
import type { ToHand } from '../../domain/notice/handing';
import { createNoticeHouse } from './noticeHouse';
import { must } from './realHouse';
import { becomeAware, hour, send, T0 } from './threeControllers';

/** The controller of agreement `val` is an organisation of the same installation; those of `aube` and `orme` are not. */
export const CONTROLLER = 'val-temoin';

export type InsideHouse = Awaited<ReturnType<typeof createInsideHouse>>;

/** Two organisations of one installation, one the controller of the other; the breach is known, nobody has agreed yet. */
export async function createInsideHouse({ exercise = false, optedIn = [] as readonly string[] } = {}) {
  const house = await createNoticeHouse(T0, {}, optedIn);
  const controller: Context = { ...house.as('cleo', ['DPO', 'DIR', 'O']), orgId: CONTROLLER };
  const engine: Context = { ...house.engine, orgId: CONTROLLER };
  const keyOf = (orgId: string) => house.ports.proofs.notary.verifierKey(orgId);
  const record = { role: 'processor' as const, name: 'SLIME', key: await keyOf('o1') };
  const { id: partyId } = must(await recordParty({ ctx: controller, input: { key: 'party', record } }));
  await becomeAware(house, ['availability'], T0, exercise);

  const cases = async () => must(await listControllerCases({ ctx: controller, input: { limit: 10 } }));
  const theCase = async () => {
    const [one, ...more] = await cases();
    if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} cases`);
    return one;
  };
  const admit = (admitted = true, key = `admit-${admitted}`) =>
    admitParty({
      ctx: controller,
      input: { partyId, key, admit: { admitted, opens: null, exchangeUrl: null, reason: 'convention' } },
    });
  const tie = (key: string | null, idempotency = 'tie') =>
    tieAgreement({
      ctx: house.as('sacha', ['DPO']),
      input: { agreementId: 'val', key: idempotency, tie: { key, exchangeUrl: null, reason: 'comparée au téléphone' } },
    });
  return {
    ...house,
    controller,
    partyId,
    keyOf,
    cases,
    theCase,
    admit,
    tie,
    types: (orgId: string) => house.journal.entries.filter((one) => one.orgId === orgId).map(({ type }) => type),
    async consent(): Promise<void> {
      must(await admit());
      must(await tie(await keyOf(CONTROLLER)));
    },
    /** Sends the notice of `val`, and does what the engine does of it until then. */
    async notified(until = hour(0)): Promise<string> {
      const { id } = await house.noticeOf('val');
      must(await send(house, id));
      await house.settle(id, until);
      return id;
    },
    /** What the engine does at one hand-over, at the instant that its own clock says. */
    async hand(what: ToHand['what'], id: string): Promise<void> {
      const { id: noticeId } = await house.noticeOf('val');
      const milestone = { kind: 'hand' as const, what, id, atMs: house.clock.now.getTime() };
      must(await reachNotice({ ctx: house.engine, input: { noticeId, milestone } }));
    },
    /** What the engine does of the case. */
    async settleCase(): Promise<void> {
      for (let steps = 0; steps < 300; steps += 1) {
        const one = await theCase();
        const milestone = nextMilestone(one, house.clock.now);
        if (milestone === null || milestone.kind === 'send') return; // no list of recipients here
        if (milestone.atMs > house.clock.now.getTime()) return;
        must(await reachMilestone({ ctx: engine, input: { caseId: one.id, milestone } }));
      }
    },
    /** The process dies, so often, before it can write an entry of this type. */
    dieBefore(type: string, times: number): void {
      const { append } = house.journal;
      let deaths = times;
      house.ports.journal.append = async (draft, standing, follower) => {
        if (draft.type !== type || deaths === 0) return append(draft, standing, follower);
        deaths -= 1;
        throw new Error('killed');
      };
    },
  };
}
