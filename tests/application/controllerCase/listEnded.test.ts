import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { reachMilestone } from '../../../application/controllerCase/reachMilestone';
import { tendLists } from '../../../application/controllerCase/recipientLists';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import type { OutcomeResult } from '../../../domain/delivery/events';
import { DAY_MS } from '../../../domain/shared/instant';
import { createDuties } from '../../../worker/relay/createDuties';
import { commands } from '../../fakes/caseStory';
import { createPersonsHouse, type PersonsHouse, received } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';

let house: PersonsHouse;

beforeEach(async () => {
  house = await createPersonsHouse();
});

describe('a list at its end', () => {
  it.each<[string, OutcomeResult, object]>([
    ['refuses every mail', 'refused', { refused: 2, unknown: 0, lost: 0 }],
    ['puts off every mail for three days', 'deferred', { refused: 2, unknown: 0, lost: 0 }],
    ['answers none', 'unknown', { refused: 0, unknown: 2, lost: 0 }],
  ])(
    'by a relay that %s has told nobody: DPO and management hear of it (invariant 11)',
    async (_what, result, rest) => {
      const listId = await house.begun(2);
      house.answering(result);
      must(await house.carry());
      house.later(3 * DAY_MS);
      must(await house.carry());
      const one = await house.read();
      expect(one.persons).toMatchObject({ state: 'DRAFTED', tellings: [] });
      const subject = { kind: 'controllerCase' as const, id: house.caseId };
      const entries = await house.engine.ports.journal.readSubject(house.engine.orgId, subject, 0);
      expect(entries.at(-1)).toMatchObject({ type: 'persons.unreached', fields: { refused: {}, lost: {} } });
      const values = Object.entries(entries.at(-1)?.fields ?? {}).map(([name, { value }]) => [name, value]);
      expect(Object.fromEntries(values)).toMatchObject({ listId, ...rest });
      expect((await house.lists())[0]?.standing).toBe('unreached');
      const rung = caseRungs(one, house.clock.now).find(({ ladder }) => ladder === 'unreached');
      if (rung === undefined) throw new Error('nobody is told of it');
      const milestone = { kind: 'remind' as const, ...rung };
      must(await reachMilestone({ ctx: house.engine, input: { caseId: house.caseId, milestone } }));
      expect((await house.read()).reminded.at(-1)).toMatchObject({ ladder: 'unreached' });
    },
  );

  it('of a list that was gone when it was accepted has told nobody', async () => {
    const listId = await house.begun(2);
    const { recipients } = house.engine.ports;
    await recipients.begin(house.engine.orgId, listId, house.clock.now); // as if acceptance had come behind the sweep
    await recipients.forget(house.engine.orgId, listId);
    must(await house.carry());
    expect((await house.read()).persons).toMatchObject({ state: 'DRAFTED', sendings: [{ told: 0 }] });
  });

  it('is forgotten when the case is closed: counts stay, addresses go', async () => {
    const listId = await house.begun(2);
    must(await house.carry());
    must(await house.act({ ...commands['authority.file'], type: 'complete', sentAt: received }));
    must(await house.act(commands['regime.exclude']));
    must(await house.act(commands['record.excuse']));
    must(await house.act(commands['case.close']));
    const { recipients } = house.engine.ports;
    expect(await recipients.find(house.engine.orgId, listId)).toBeNull();
    expect((await house.lists())[0]).toMatchObject({ facts: { count: 2 }, progress: { sent: 2 } });
  });

  it('is forgotten by the next sweep where whoever closed the case died behind the entry; of an open case it stays', async () => {
    const { recipients } = house.engine.ports;
    const listId = await house.begun(2);
    const sweep = () => createDuties(house.engine.ports).open(house.engine.orgId);
    const isKept = async () => (await recipients.find(house.engine.orgId, listId)) !== null;
    must(await house.carry());
    await sweep();
    expect(await isKept()).toBe(true);
    must(await house.act({ ...commands['authority.file'], type: 'complete', sentAt: received }));
    must(await house.act(commands['regime.exclude']));
    must(await house.act(commands['record.excuse']));
    const { ofCase } = recipients;
    recipients.ofCase = () => Promise.reject(new Error('killed'));
    await expect(house.act(commands['case.close'])).rejects.toThrow('killed');
    recipients.ofCase = ofCase;
    expect((await house.read()).stage).toBe('CLOSED');
    expect(await isKept()).toBe(true);
    await sweep();
    while (await isKept()) await sleep(5);
    expect((await house.lists())[0]).toMatchObject({ progress: { sent: 2 } });
  });

  it('keeps addresses for 90 days, held by letters that wait, and a week after the DPO heard that they go', async () => {
    const { recipients } = house.engine.ports;
    const listId = await house.begun(2);
    must(await house.carry());
    const isKept = async () => (await recipients.find(house.engine.orgId, listId)) !== null;
    const due = async () =>
      caseRungs(await house.read(), house.clock.now).find(
        ({ ladder, atMs }) => ladder === 'addresses' && atMs <= house.clock.now.getTime(),
      );
    house.later(83 * DAY_MS - 1);
    expect(await due()).toBeUndefined();
    house.later(1);
    const rung = await due();
    if (rung === undefined) throw new Error('nobody is told that they go');
    expect(rung.roles).toEqual(['DPO']);
    house.later(30 * DAY_MS);
    await tendLists(house.engine);
    expect(await isKept()).toBe(true); // nobody was warned yet
    const milestone = { kind: 'remind' as const, ...rung };
    must(await reachMilestone({ ctx: house.engine, input: { caseId: house.caseId, milestone } }));
    house.later(7 * DAY_MS - 1);
    await tendLists(house.engine);
    expect(await isKept()).toBe(true);
    house.later(1);
    await tendLists(house.engine);
    expect(await isKept()).toBe(false);
    expect((await house.lists())[0]).toMatchObject({ facts: { count: 2 }, progress: { sent: 2 } });
  });
});
