import { beforeEach, expect, it } from '@jest/globals';
import { commandIncident } from '../../../application/incident/commandIncident';
import { type ChainHouse, CONTROLLER, createChainHouse, SUB, SUB_NAME, UPPER } from '../../fakes/chainHouse';
import { commands } from '../../fakes/incidentHouse';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { hour } from '../../fakes/threeControllers';

let house: ChainHouse;
beforeEach(async () => {
  house = await createChainHouse({ sealed: [SUB, UPPER] });
});

/** Sent at an hour, and carried by what is due of it then. */
async function send(orgId: string, noticeId: string, at: string, kind: 'send' | 'supplement' = 'send') {
  house.clock.now = new Date(at);
  must(await house.send(orgId, noticeId, { kind, items }, `${kind}-${at}`));
  await house.settleOf(orgId, noticeId);
}
const incident = async () => (await house.incidentsOf(UPPER))[0];
const exchanged = async (orgId: string, agreementId: string) =>
  (await house.noticeUnder(orgId, agreementId)).outbox
    .filter(({ channel }) => channel === 'exchange')
    .map(({ attempts }) => attempts.at(-1)?.outcome?.result);

it('7.5: sealed messages alone carry a notice from sub-processor over processor to controller, each clock from its receipt', async () => {
  await send(SUB, await house.subLearns(hour(0)), hour(3));
  expect(await exchanged(SUB, 'rang2')).toEqual(['accepted']);
  expect(await incident()).toMatchObject({
    stage: 'EVENT_NEW',
    clock: { status: 'provisional', provisionalT0: hour(3) },
    subNotices: [
      { chain: [SUB_NAME], certain: true, receivedAt: hour(3), items: { a: items.a }, seal: { version: 1 } },
    ],
  });
  const { id, draft } = await house.noticeUnder(UPPER, 'val');
  expect(draft.a).toContain(`${SUB_NAME} (rang d’origine 2)`);

  await send(UPPER, id, hour(4.5));
  expect(await exchanged(UPPER, 'val')).toEqual(['accepted']);
  const [one, ...more] = await house.casesOf(CONTROLLER);
  expect([one, more]).toMatchObject([
    { clock: { t0: hour(4.5) }, told: [{ version: 1, from: expect.any(String) }] },
    [],
  ]);
  expect(one?.told[0]?.text).toContain(SUB_NAME);
  for (const orgId of [SUB, UPPER]) {
    expect((await house.noticesOf(orgId)).flatMap(({ handed }) => handed)).toEqual([]); // nothing went within
  }
});

it('7.5: a doubt of theirs runs nothing; the version that is certain runs the clock, from its own receipt', async () => {
  const noticeId = await house.subLearns(hour(0), false);
  await send(SUB, noticeId, hour(1));
  expect(await incident()).toMatchObject({
    clock: { status: 'none' },
    subNotices: [{ certain: false, receivedAt: hour(1), seal: { version: 1 } }],
  });
  expect(await house.noticesOf(UPPER)).toEqual([]);

  house.clock.now = new Date(hour(6));
  const [below] = await house.incidentsOf(SUB);
  const known = { nature: ['confidentiality' as const], touched: [...(below?.touched ?? [])] };
  const command = { ...commands['aware.set'], ...known, awareAt: hour(6), detectedAt: hour(0) };
  must(await commandIncident({ ctx: house.asOf(SUB), input: { incidentId: below?.id ?? '', key: 'aware', command } }));
  await send(SUB, noticeId, hour(7), 'supplement');
  const after = await incident();
  expect(after?.subNotices.map(({ certain, seal }) => [certain, seal?.version])).toEqual([
    [false, 1],
    [true, 2],
  ]);
  expect(after?.clock).toMatchObject({ status: 'provisional', provisionalT0: hour(7) });
  const { id } = await house.noticeUnder(UPPER, 'val');
  expect(await house.casesOf(CONTROLLER)).toEqual([]);
  await send(UPPER, id, hour(8));
  expect(await house.casesOf(CONTROLLER)).toMatchObject([{ clock: { t0: hour(8) } }]);
});
