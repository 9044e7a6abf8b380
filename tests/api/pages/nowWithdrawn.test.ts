import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const calls = async () =>
  /<section class="card" id="calls".*?<\/section>/s.exec((await door.read('ines', '')).text)?.[0];

it('a notice that was withdrawn is still to be told of by telephone: its call waits on "Maintenant" until it is noted', async () => {
  night.at('2026-03-27T11:02:00.000Z');
  const id = await night.report('ines', 'Un poste volé', '2026-03-27T11:00:00.000Z', 'theft');
  await night.command('ines', id, { kind: 'triage.start', firstFacts: null });
  const declared = { severity: 'high', harmed: 'both', possibleCrime: 'unknown', basis: 'Vol.' } as const;
  const leadId = night.as('paul').actor.id;
  await night.command('ines', id, { kind: 'incident.declare', incidentKind: 'other', leadId, ...declared });
  const touched = [{ agreementId: night.agreements.val, role: 'processor' as const }];
  const suspicion = { t0: null, nature: [], touched, ownProcessing: false, basis: 'Disque non chiffré.' };
  await night.command('paul', id, { kind: 'breach.suspect', ...suspicion });
  const noticeId = await night.noticeOf(id, night.agreements.val);
  const unknown = { answer: 'cannotBeDetermined' as const, reason: 'Disque illisible.' };
  const items = { a: 'Un poste volé.', b: night.contact, c: unknown, d: unknown, e: unknown };
  await night.send('sacha', noticeId, { kind: 'send', items });
  await night.settle(noticeId, '2026-03-27T11:30:00.000Z');
  expect(await calls()).toContain('to&#x3D;c2');

  const ruled = { evidenceRefs: ['E-1'], reason: 'Le disque était chiffré.' };
  await night.command('sacha', id, { kind: 'breach.ruleOut', ...ruled });
  await night.settle(noticeId, '2026-03-27T12:00:00.000Z');
  expect((await night.ports.projections.read('o1', 'notice', noticeId))?.life).toBe('WITHDRAWN');
  expect(await calls()).toContain('to&#x3D;c2');

  const path = `/incidents/${id}/notices/${noticeId}`;
  const sent = await door.send('ines', `${path}/call?to=c2`, { contactId: 'c2', reached: 'no' });
  expect(sent.status).toBe(303);
  expect((await calls()) ?? '').not.toContain('to&#x3D;c2');
});
