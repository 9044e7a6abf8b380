import { setTimeout as sleep } from 'node:timers/promises';
import { createExchangeCarrier } from '../../adapters/webhook/carrier';
import { reachMilestone as reachCase } from '../../application/controllerCase/reachMilestone';
import { reachMilestone as reachNotice } from '../../application/notice/reachMilestone';
import { loadCase } from '../../application/notice/readCase';
import { ENGINE } from '../../application/policies/asker';
import type { Context } from '../../application/ports/ports';
import { nextMilestone as nextOfCase } from '../../domain/controllerCase/nextMilestone';
import type { Notice } from '../../domain/notice/fold';
import { nextMilestone as nextOfNotice } from '../../domain/notice/nextMilestone';
import { openPageDoor } from '../security/pageDoor';
import { type Speaker, speakerOf } from './breachStory';
import { foundHouse, must, startRealHouse } from './realHouse';

export type Installation = Awaited<ReturnType<typeof install>>;

/** An installation of its own on the loopback address: its stores, its door, one organisation; its clock is `aheadMs` of ours. */
export async function install() {
  const clock = { aheadMs: 0 };
  const now = () => new Date(Date.now() + clock.aheadMs);
  const house = await startRealHouse(now);
  const door = await openPageDoor(house.ports, house.mailbox);
  house.ports.settings = { ...house.ports.settings, publicUrl: door.base };
  const exchange = createExchangeCarrier({ allowedHosts: ['127.0.0.1'], caFile: null, now });
  house.ports.carriers = { ...house.ports.carriers, exchange };
  const { orgId, token, personId } = await foundHouse(house.ports);
  await house.proofs.signNow(orgId);
  const speaker: Speaker = speakerOf(door, orgId, token);
  const { ports } = house;
  const engine: Context = { orgId, actor: ENGINE, roles: [], ports };
  return {
    house,
    door,
    orgId,
    personId,
    speaker,
    clock,
    now,
    engine,
    key: await ports.proofs.notary.verifierKey(orgId),
    exchangeUrl: String((await speaker.get('')).body.exchangeUrl),
    /** A page of the organisation, as its director sees it. */
    page: async (path: string) => (await door.read(`/o/${orgId}${path}`, await door.enter(token))).text,
    types: async () => (await ports.journal.readWindow(orgId, 0, 1_000)).map(({ type }) => type),
    /** What the engine does now of a notice. */
    async settleNotice(noticeId: string): Promise<void> {
      for (let steps = 0; steps < 200; steps += 1) {
        const fullCase = must(await loadCase(engine, noticeId));
        if (isUnderWay(fullCase.notice)) {
          await sleep(50); // who has sent a version delivers it, too
          continue;
        }
        const milestone = nextOfNotice(fullCase, now());
        if (milestone === null || milestone.atMs > now().getTime()) return;
        must(await reachNotice({ ctx: engine, input: { noticeId, milestone } }));
      }
    },
    /** What the engine does now of a case. */
    async settleCase(caseId: string): Promise<void> {
      for (let steps = 0; steps < 50; steps += 1) {
        const one = await ports.projections.read(orgId, 'controllerCase', caseId);
        const milestone = one && nextOfCase(one, now());
        if (milestone === null || milestone.kind === 'send' || milestone.atMs > now().getTime()) return;
        must(await reachCase({ ctx: engine, input: { caseId, milestone } }));
      }
    },
    async stop(): Promise<void> {
      await door.stop();
      await house.stop();
    },
  };
}

const isUnderWay = ({ outbox }: Notice): boolean => outbox.some(({ attempts }) => attempts.at(-1)?.outcome === null);

/** Posts bytes as another installation does. */
export async function postTo(exchangeUrl: string, text: string, type = 'application/x-ndjson') {
  const response = await fetch(exchangeUrl, { method: 'POST', headers: { 'content-type': type }, body: text });
  const body = await response.text();
  const code = /"code":"([\w.]+)"/.exec(body)?.[1] ?? null;
  return { status: response.status, body, code, retryAfter: response.headers.get('retry-after') };
}
