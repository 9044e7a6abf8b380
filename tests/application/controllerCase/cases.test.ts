import { beforeEach, describe, expect, it } from '@jest/globals';
import { approveCase, commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { reachMilestone } from '../../../application/controllerCase/reachMilestone';
import { listControllerCases, readControllerCase, storyOfCase } from '../../../application/controllerCase/readCases';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { nextMilestone } from '../../../domain/controllerCase/nextMilestone';
import type { Texts } from '../../../application/ports/texts';
import { plainTexts } from '../../fakes/plainTexts';
import { commands, decision, opening } from '../../fakes/caseStory';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';

let house: IncidentHouse;

beforeEach(async () => {
  house = await createIncidentHouse();
});

const received = '2026-05-13T08:00:00.000Z';

async function open(key = house.newKey()) {
  const given = opening({ receivedAt: received });
  const written = await openCase({ ctx: house.manager, input: { key, opening: given } });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}
const act = (caseId: string, command: CaseCommand, ctx = house.director, key = house.newKey()) =>
  commandCase({ ctx, input: { caseId, key, command } });
const read = async (caseId: string) => {
  const one = await readControllerCase({ ctx: house.dpo, input: { caseId } });
  if (!one.ok) throw new Error(JSON.stringify(one.error));
  return one.value;
};

describe('a controller’s case', () => {
  it('is numbered by its entry; opened twice under one key it is one', async () => {
    const first = await open('same');
    expect(first.ref).toBe(`CTL-2026-${first.seq}`);
    expect(await open('same')).toEqual({ ...first, created: false });
    const listed = await listControllerCases({ ctx: house.dpo, input: { limit: 10 } });
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual([first.id]);
  });

  it('names an agreement and an incident that exist, received in the past; every fault is named', async () => {
    const wrong = opening({ receivedAt: '2031-01-01T00:00:00.000Z', agreementId: 'no', incidentId: 'no' });
    const refused = await openCase({ ctx: house.manager, input: { key: 'k', opening: wrong } });
    expect(refused).toMatchObject({
      error: {
        code: 'input.invalid',
        issues: [{ pointer: '/receivedAt' }, { pointer: '/agreementId' }, { pointer: '/incidentId' }],
      },
    });
    const listed = await listControllerCases({ ctx: house.dpo, input: { limit: 10 } });
    expect(listed).toMatchObject({ value: [] });
  });

  it('goes from what was received to its end, each step once', async () => {
    const { id } = await open();
    const filed = { sentAt: received, authorityId: 'cnil', type: 'complete' as const };
    const steps: CaseCommand[] = [
      commands.qualify,
      commands['risk.score'],
      decision('risk'),
      { ...commands['authority.file'], ...filed },
      commands['regime.exclude'],
      commands['record.excuse'],
      commands['case.close'],
    ];
    for (const step of steps)
      expect(await act(id, step, step.kind === 'qualify' ? house.dpo : house.director, step.kind)).toMatchObject({
        ok: true,
        value: { created: true },
      });
    expect(await read(id)).toMatchObject({ stage: 'CLOSED', authorities: [{ state: 'FINAL' }] });
    expect(await act(id, commands['case.close'], house.director, 'case.close')).toMatchObject({
      value: { created: false },
    });
  });

  it('lets one of two decisions on one revision win, and tells the other what changed', async () => {
    const { id } = await open();
    await act(id, commands.qualify, house.dpo);
    await act(id, commands['risk.score'], house.manager);
    const { decided } = await read(id);
    const decide = (risk: 'risk' | 'high') =>
      commandCase({
        ctx: house.director,
        input: { caseId: id, key: house.newKey(), decided, command: decision(risk) },
      });
    const both = await Promise.all([decide('risk'), decide('high')]);
    const refused = both.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ error: { changed: [{ type: 'risk.decided' }] } });
  });

  it('takes two persons to move its limit later; a decision in between makes the request void', async () => {
    const { id } = await open();
    const later = { ...commands['aware.correct'], awareAt: '2026-05-13T09:00:00.000Z' };
    const asked = await act(id, later, house.dpo);
    const requestId = (asked.ok && asked.value.approval?.requestId) || '';
    await act(id, commands.qualify, house.dpo);
    const given = await approveCase({ ctx: house.director, input: { caseId: id, key: 'yes', requestId } });
    expect(given).toMatchObject({
      error: { code: 'revision.stale', changed: [{ type: 'approval.requested' }, { type: 'case.qualified' }] },
    });
    const again = await act(id, later, house.dpo);
    const second = (again.ok && again.value.approval?.requestId) || '';
    const yes = { caseId: id, key: 'yes2', requestId: second };
    expect(await approveCase({ ctx: house.director, input: yes })).toMatchObject({
      value: { approval: { effective: true } },
    });
    expect(await approveCase({ ctx: house.director, input: yes })).toMatchObject({ value: { created: false } });
    expect((await read(id)).clock.t0).toBe('2026-05-13T09:00:00.000Z');
  });

  it('hides counsel’s notes from who may not read them', async () => {
    const { id } = await open();
    await act(id, { ...commands['note.add'], class: 'counsel', text: 'secret du conseil' }, house.director);
    const story = await storyOfCase({ ctx: house.manager, input: { caseId: id } });
    expect(JSON.stringify(story)).not.toContain('secret du conseil');
  });

  it('reminds each person once of a step, and says nothing personal in its entry', async () => {
    const { id } = await open();
    const one = await read(id);
    const milestone = nextMilestone(one, house.engine.ports.now());
    if (milestone?.kind !== 'remind') throw new Error('nobody is told');
    await reachMilestone({ ctx: house.engine, input: { caseId: id, milestone } });
    await reachMilestone({ ctx: house.engine, input: { caseId: id, milestone } });
    const told = await read(id);
    expect(told.reminded).toHaveLength(1);
    expect(told.outbox.map(({ to }) => to.kind)).toEqual(['person', 'person']);
    expect(JSON.stringify(told.reminded)).not.toContain('@');
  });

  it.each([
    ['to be qualified', 'qualifyCase', []],
    ['that is a breach already', 'decideRisk', [commands.qualify]],
  ])('tells of a new case %s what is to be done, and until when', async (_which, task, acts) => {
    const { id } = await open();
    for (const command of acts) await act(id, command, house.dpo);
    const told: object[] = [];
    const render: Texts['render'] = async (name, language, data) => {
      told.push(data);
      return plainTexts.render(name, language, data);
    };
    house.engine.ports.texts = { ...plainTexts, render };
    const milestone = nextMilestone(await read(id), house.engine.ports.now());
    if (milestone?.kind !== 'remind') throw new Error('nobody is told');
    await reachMilestone({ ctx: house.engine, input: { caseId: id, milestone } });
    expect(told[0]).toMatchObject({
      task,
      dueAt: '2026-05-16T08:00:00.000Z',
      told: { receivedAt: received, version: 1 },
    });
  });

  it('is decided by persons, never by a machine', async () => {
    const { id } = await open();
    const tool = { ...house.oncall, actor: { kind: 'tool' as const, id: 'siem' } };
    expect(await act(id, commands.qualify, tool)).toMatchObject({ error: { code: 'actor.forbidden' } });
    expect(
      await openCase({ ctx: tool, input: { key: 'k', opening: opening({ receivedAt: received }) } }),
    ).toMatchObject({ error: { code: 'actor.forbidden' } });
  });
});
