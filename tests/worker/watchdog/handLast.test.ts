import { expect, it } from '@jest/globals';
import { doUndone } from '../../../worker/watchdog/watchOrganisation';
import { CONTROLLER, createInsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { hour, send } from '../../fakes/threeControllers';

it('carries what it has to, though handing it to the controller’s own organisation fails', async () => {
  const house = await createInsideHouse();
  await house.consent();
  const { id } = await house.noticeOf('val');
  must(await send(house, id));
  const { list } = house.ports.projections;
  house.ports.projections.list = async (orgId, ...asked) => {
    if (orgId === CONTROLLER) throw new Error('their side is at fault');
    return list(orgId, ...asked);
  };
  house.clock.now = new Date(hour(23.6));
  await expect(doUndone(house.engine, id)).rejects.toThrow('their side is at fault');
  const toController = house.mails.filter(({ to }) => to.endsWith('val-temoin.example'));
  expect(toController.length).toBeGreaterThan(0);
  house.ports.projections.list = list;
  expect(await doUndone(house.engine, id)).toContain('hand');
  expect(await house.theCase()).toMatchObject({ opened: { receivedAt: hour(0) } });
});
