import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approveRequest } from '../../../application/incident/approveRequest';
import type { Context } from '../../../application/ports/ports';
import { commands, createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { NOW } from '../../fakes/incidentStory';

let house: IncidentHouse;

beforeEach(async () => {
  house = await createIncidentHouse();
});

describe('a second person', () => {
  const later = { ...commands['aware.correct'], awareAt: '2026-05-13T20:30:00.000Z' };
  const approve = (incidentId: string, ctx: Context, requestId: string, requestHash?: string) =>
    approveRequest({ ctx, input: { incidentId, key: house.newKey(), requestId, requestHash } });

  async function requested(ctx: Context = house.oncall) {
    const id = await house.begun('triage.start', 'incident.declare', 'aware.set');
    const asked = await house.act(id, later, ctx);
    if (!asked.ok || asked.value.approval === null) throw new Error('nothing was asked');
    return { id, requestId: asked.value.approval.requestId };
  }

  it('approving at the same instant as a third counts: the last one needed is the effect', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, requestId } = await requested();
      const both = await Promise.all([approve(id, house.dpo, requestId), approve(id, house.director, requestId)]);
      expect(both.map(({ ok }) => ok)).toEqual([true, true]);
      expect(both.filter((one) => one.ok && one.value.approval?.effective)).not.toHaveLength(0);
      expect((await house.stateOf(id)).clock.awareAt).toBe(later.awareAt);
    }
  });

  it('is one person, whatever tokens they use at once', async () => {
    const { id, requestId } = await requested();
    const both = await Promise.all([approve(id, house.dpo, requestId), approve(id, { ...house.dpo }, requestId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: { code: 'approval.samePerson' } });
    expect((await house.stateOf(id)).clock.awareAt).not.toBe(later.awareAt);
  });

  it('who asked is not the second', async () => {
    const { id, requestId } = await requested(house.dpo);
    expect(await approve(id, house.dpo, requestId)).toEqual({ ok: false, error: { code: 'approval.samePerson' } });
  });

  it('is a person, never a tool', async () => {
    const { id, requestId } = await requested();
    const tool: Context = { ...house.director, actor: { kind: 'tool', id: 't' } };
    expect(await approve(id, tool, requestId)).toEqual({ ok: false, error: { code: 'actor.forbidden' } });
  });

  it('approves what was asked, by its hash', async () => {
    const { id, requestId } = await requested();
    expect(await approve(id, house.dpo, requestId, '0'.repeat(64))).toMatchObject({
      error: { issues: [{ pointer: '/requestHash' }] },
    });
    const hash = (await house.stateOf(id)).approvals.at(-1)?.requestHash;
    expect((await approve(id, house.dpo, requestId, hash)).ok).toBe(true);
  });

  it('comes too late after four hours, or after a newer decision, and hears which', async () => {
    const { id, requestId } = await requested();
    await house.act(id, { ...commands['breach.extend'], touched: [{ agreementId: 'aube', role: 'processor' }] });
    expect(await approve(id, house.dpo, requestId)).toMatchObject({
      error: { code: 'revision.stale', changed: [{ type: 'approval.requested' }, { type: 'breach.extended' }] },
    });
    const again = await house.act(id, later, house.oncall);
    const second = again.ok ? (again.value.approval?.requestId ?? '') : '';
    house.clock.now = new Date(Date.parse(NOW) + 4 * 3_600_000);
    expect(await approve(id, house.dpo, second)).toEqual({ ok: false, error: { code: 'approval.expired' } });
    expect(await approve(id, house.dpo, 'never')).toEqual({ ok: false, error: { code: 'approval.unknown' } });
  });

  it('whoever approves at once, how often and in whatever order: each person counts once, and only DPO with DIR is enough', async () => {
    const anyVoice = fc.constantFrom('oncall', 'manager', 'dpo', 'director' as const);
    await fc.assert(
      fc.asyncProperty(anyVoice, fc.array(anyVoice, { maxLength: 7 }), fc.scheduler(), async (asker, voices, s) => {
        const { id, requestId } = await requested(house[asker as 'dpo']);
        const approving = voices.map((who) =>
          s.schedule(Promise.resolve()).then(() => approve(id, house[who as 'dpo'], requestId)),
        );
        await s.waitAll();
        const answers = await Promise.all(approving);
        const { approvals, clock } = await house.stateOf(id);
        const asked = approvals.find((one) => one.requestId === requestId);
        const persons = new Set([asker, ...voices]);
        const enough = persons.has('dpo') && persons.has('director');
        expect(asked?.effective).toBe(enough);
        expect(clock.awareAt === later.awareAt).toBe(enough);
        const ids = asked?.voices.map(({ actorId }) => actorId) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
        expect(answers.filter(({ ok }) => ok)).toHaveLength(ids.length - 1);
      }),
      { numRuns: 40 },
    );
  });
});
