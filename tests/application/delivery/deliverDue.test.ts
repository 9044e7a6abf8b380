import { beforeEach, expect, it } from '@jest/globals';
import { openCase } from '../../../application/controllerCase/openCase';
import { reachMilestone } from '../../../application/controllerCase/reachMilestone';
import { deliverDue } from '../../../application/delivery/deliverDue';
import { nextMilestone } from '../../../domain/controllerCase/nextMilestone';
import { isGone } from '../../../domain/delivery/outbox';
import { opening } from '../../fakes/caseStory';
import { createIncidentHouse } from '../../fakes/incidentHouse';
import { must } from '../../fakes/realHouse';

let house: Awaited<ReturnType<typeof createIncidentHouse>>;
let id: string;
beforeEach(async () => {
  house = await createIncidentHouse();
  const given = opening({ receivedAt: house.engine.ports.now().toISOString() });
  id = must(await openCase({ ctx: house.dpo, input: { key: 'open', opening: given } })).id;
  const milestone = nextMilestone(await read(), house.engine.ports.now());
  if (milestone?.kind !== 'remind') throw new Error('nobody is told');
  must(await reachMilestone({ ctx: house.engine, input: { caseId: id, milestone } }));
});

const read = async () => {
  const one = await house.engine.ports.projections.read('o1', 'controllerCase', id);
  if (one === null) throw new Error('no case');
  return one;
};
const act = () => deliverDue({ ctx: house.engine, input: { kind: 'controllerCase', id } });

it('the mails of one reminder leave in one act, and each of them once however often it is done', async () => {
  expect((await read()).outbox.length).toBeGreaterThan(1);
  must(await act());
  expect((await read()).outbox.every(isGone)).toBe(true);
  const left = house.mails.length;
  must(await act());
  await Promise.all([act(), act()]);
  expect(house.mails).toHaveLength(left);
  expect((await read()).outbox.every(({ attempts }) => attempts.length === 1)).toBe(true);
});

it('is the engine’s alone', async () => {
  expect(await deliverDue({ ctx: house.dpo, input: { kind: 'controllerCase', id } })).toMatchObject({
    error: { code: 'actor.forbidden' },
  });
});
