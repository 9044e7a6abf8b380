import { PARIS } from '../../fakes/places';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { reachMilestone } from '../../../application/incident/reachMilestone';
import { reportEvent } from '../../../application/incident/reportEvent';
import { nextMilestone } from '../../../domain/incident/nextMilestone';
import { readable } from '../../fakes/threeControllers';
import { createIncidentHouse, type IncidentHouse, signal } from '../../fakes/incidentHouse';

let house: IncidentHouse;

beforeEach(async () => {
  house = await createIncidentHouse();
});

describe('what follows by itself', () => {
  async function settle(incidentId: string): Promise<string[]> {
    const story: string[] = [];
    for (;;) {
      const milestone = nextMilestone(await house.stateOf(incidentId), house.clock.now, PARIS);
      if (milestone === null || milestone.atMs > house.clock.now.getTime()) return story;
      const reached = await reachMilestone({ ctx: house.engine, input: { incidentId, milestone } });
      if (!reached.ok) throw new Error(reached.error.code);
      story.push(milestone.kind === 'tell' ? milestone.step : 'deliver');
    }
  }

  it('the declarant has a numbered receipt, DPO and management the alert, once each', async () => {
    const id = await house.begun();
    expect(await settle(id)).toEqual(['receipt', 'alert', 'deliver', 'deliver', 'deliver']);
    expect(house.mails.map(({ to }) => to).toSorted()).toEqual([
      'alix@slime.example',
      'robin@client.example',
      'sacha@slime.example',
    ]);
    // 12 h of the strictest contract, from the first alert: what would bind if this turned out to be a breach
    const alert = house.mails.find(({ to }) => to === 'alix@slime.example');
    expect(readable(alert?.raw ?? '')).toContain('"dueAt": "2026-05-13T19:52:00.000Z"');
    const { reference } = await house.stateOf(id);
    const receipt = house.mails.find(({ to }) => to === 'robin@client.example');
    expect(receipt?.raw.toString()).toContain(reference.signal);
  });

  it('is done once by twenty who try at the same time', async () => {
    const id = await house.begun();
    const milestone = nextMilestone(await house.stateOf(id), house.clock.now, PARIS);
    if (milestone === null) throw new Error('nothing is due');
    const input = { incidentId: id, milestone };
    await Promise.all(Array.from({ length: 20 }, () => reachMilestone({ ctx: house.engine, input })));
    expect((await house.stateOf(id)).outbox).toHaveLength(1);
  });

  it('a declarant who has a telephone only gets the receipt as a text to read', async () => {
    const phoned = { ...signal, declarant: { name: 'R', email: null, phone: '+33 1 99 00 00 09' } };
    const reported = await reportEvent({ ctx: house.oncall, input: { key: house.newKey(), signal: phoned } });
    const id = reported.ok ? reported.value.id : '';
    await settle(id);
    expect((await house.stateOf(id)).outbox).toContainEqual(
      expect.objectContaining({ channel: 'phone', to: { kind: 'declarant', id: 'declarant' } }),
    );
  });

  it('is for the engine only', async () => {
    const input = { incidentId: 'x', milestone: { kind: 'deliver', atMs: 0, deliverableId: 'd' } } as const;
    expect(await reachMilestone({ ctx: house.manager, input })).toEqual({
      ok: false,
      error: { code: 'actor.forbidden' },
    });
  });
});
