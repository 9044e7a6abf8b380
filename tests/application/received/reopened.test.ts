import { expect, it } from '@jest/globals';
import { commandIncident } from '../../../application/incident/commandIncident';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { createChainHouse, SUB, UPPER } from '../../fakes/chainHouse';
import { commands } from '../../fakes/incidentHouse';
import { phasedItems } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { ruleOut } from '../../fakes/ruleOut';
import { hour } from '../../fakes/threeControllers';

it('an incident that was closed again between two tries of one version is opened again by the next', async () => {
  const house = await createChainHouse();
  const noticeId = await house.subLearns(hour(0));
  house.clock.now = new Date(hour(3));
  must(await house.send(SUB, noticeId, { kind: 'send', items: phasedItems }));
  await house.settleOf(SUB, noticeId);
  const incidentId = (await house.incidentsOf(UPPER))[0]?.id ?? '';
  const act = async (command: IncidentCommand, key: string = command.kind) =>
    must(await commandIncident({ ctx: house.asOf(UPPER), input: { incidentId, key, command } }));
  await act(commands['triage.start']);
  await act({ ...commands['incident.declare'], leadId: 'paul' });
  must(await ruleOut(house.asOf(UPPER), incidentId));
  for (const { id } of await house.noticesOf(UPPER)) await house.settleOf(UPPER, id);
  await act(commands['regime.exclude']);
  await act(commands['incident.close']);

  house.clock.now = new Date(hour(20));
  const c = { answer: 'value' as const, text: 'locataires', persons: 12, records: 12 };
  must(await house.send(SUB, noticeId, { kind: 'supplement', items: { c } }, 'sup'));
  const { append } = house.journal;
  house.ports.journal.append = async (draft, standing, follower) => {
    if (draft.type === 'subNotice.received') throw new Error('killed');
    return append(draft, standing, follower);
  };
  await expect(house.settleOf(SUB, noticeId)).rejects.toThrow('killed');
  house.ports.journal.append = append;
  expect(house.typesOf(UPPER).filter((type) => type === 'incident.reopened')).toHaveLength(1);
  await act(commands['incident.close'], 'again');
  await house.settleOf(SUB, noticeId);
  const [incident] = await house.incidentsOf(UPPER);
  expect(incident).toMatchObject({ stage: 'BREACH_SUSPECTED', subNotices: [{}, { seal: { version: 2 } }] });
});
