import { PARIS } from '../../fakes/places';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { reachMilestone } from '../../../application/incident/reachMilestone';
import { receiveSubNotice } from '../../../application/incident/receiveSubNotice';
import { nextMilestone } from '../../../domain/incident/nextMilestone';
import type { Context } from '../../../application/ports/ports';
import { commands, createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';

let house: IncidentHouse;
beforeEach(async () => {
  house = await createIncidentHouse();
});

const received = commands['subNotice.receive'];
const receive = (key: string, said = received, ctx: Context = house.oncall) =>
  receiveSubNotice({ ctx, input: { key, said, language: 'fr', exercise: false } });
const entries = async () => (await house.journal.readSubject('o1', { kind: 'incident', id: await onlyId() }, 0)).length;
const onlyId = async () => (await house.ports.projections.list('o1', 'incident', { limit: 9 }))[0]?.id ?? '';

describe('a sub-processor’s notice of something new', () => {
  it('is an event and its notice, once, however often it is sent', async () => {
    const first = await receive('k-sub-0001');
    expect(first).toMatchObject({ ok: true, value: { created: true, ref: 'SIG-2026-4' } });
    expect(await receive('k-sub-0001')).toMatchObject({ ok: true, value: { created: false } });
    expect(await entries()).toBe(2);
    expect(await house.stateOf(await onlyId())).toMatchObject({
      stage: 'EVENT_NEW',
      report: { source: 'subProcessor', alertedAt: received.receivedAt, declarantEmail: received.email },
      subNotices: [{ certain: true }],
    });
  });

  it('is there with its limit though the process dies at once behind the event', async () => {
    const { append } = house.journal;
    let writes = 0;
    house.ports.journal.append = async (...asked) => {
      writes += 1;
      if (writes > 1) throw new Error('killed');
      await append(...asked);
      throw new Error('killed');
    };
    await expect(receive('k-sub-0002')).rejects.toThrow('killed');
    expect(await house.stateOf(await onlyId())).toMatchObject({
      clock: { status: 'provisional', provisionalT0: received.receivedAt },
      subNotices: [{ certain: true, receivedAt: received.receivedAt }],
    });
    house.ports.journal.append = append;
    expect(await receive('k-sub-0002')).toMatchObject({ ok: true, value: { created: false } });
    expect(await entries()).toBe(2);
  });

  it('is written behind it where another process took the place that it was to follow in', async () => {
    const { append } = house.journal;
    house.ports.journal.append = async (draft, standing) => append(draft, standing);
    expect((await receive('k-sub-0008')).ok).toBe(true);
    expect(await entries()).toBe(2);
  });

  it('that is at fault writes nothing', async () => {
    const said = { ...received, chain: ['A', 'a'], email: null };
    expect(await receive('k-sub-0003', said)).toMatchObject({
      error: { code: 'input.invalid', issues: [{ pointer: '/chain/1' }, { pointer: '/phone' }] },
    });
    expect(await house.ports.projections.list('o1', 'incident', { limit: 9 })).toEqual([]);
  });

  it('is refused to who does not respond to incidents, and naming a controller to another', async () => {
    expect(await receive('k-sub-0004', received, house.director)).toMatchObject({ error: { code: 'actor.forbidden' } });
    const both = [...received.touched, { agreementId: 'orme', role: 'processor' as const }];
    const said = { ...received, touched: both, items: { ...received.items, d: 'les agents du Département de l’Orme' } };
    expect(await receive('k-sub-0005', said)).toMatchObject({ error: { issues: [{ pointer: '/items/d' }] } });
  });

  it('opens a notice for each controller touched, whose limit runs from the receipt; a suspicion opens none', async () => {
    await receive('k-sub-0006', { ...received, certain: false });
    await house.open(await onlyId());
    expect(await house.ports.projections.list('o1', 'notice', { limit: 9 })).toEqual([]);
    await house.act(await onlyId(), received, house.oncall);
    await house.open(await onlyId());
    expect((await house.noticeOf('val')).opened).toMatchObject({ purpose: 'breach', incidentId: await onlyId() });
  });

  it.each([
    [true, ['receipt', 'alert', 'subNotice']],
    [false, ['receipt', 'subNotice']],
  ])(
    'tells who leads, the DPO and management by mail at once (certain: %s), and gives a receipt (S4-02)',
    async (certain, steps) => {
      await receive('k-sub-0007', { ...received, certain });
      const incidentId = await onlyId();
      for (let turn = 0; turn < 20; turn += 1) {
        const milestone = nextMilestone(await house.stateOf(incidentId), house.clock.now, PARIS);
        if (milestone === null || milestone.atMs > house.clock.now.getTime()) break;
        await reachMilestone({ ctx: house.engine, input: { incidentId, milestone } });
      }
      const { peopleTold, outbox } = await house.stateOf(incidentId);
      expect(peopleTold.map(({ step }) => step)).toEqual(steps);
      const told = outbox.filter(({ id }) => id.startsWith('subNotice')).map(({ to }) => to.id);
      expect(told.toSorted()).toEqual(['alix', 'paul', 'sacha']);
      expect(outbox.find(({ to }) => to.kind === 'declarant')).toBeDefined();
    },
  );
});
