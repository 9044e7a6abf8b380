import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { openCase } from '../../../application/controllerCase/openCase';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { recordParty } from '../../../application/party/recordParty';
import { OpenCase } from '../../../domain/controllerCase/commands';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { annex1 } from '../../fakes/agreements';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let own: string;
let byNotice: string;

/** A breach that was found here under a contract, and the processor's signed notice of it that came by itself. */
beforeEach(async () => {
  const sender = await createNoticeHouse(T0);
  await becomeAware(sender);
  const { id: noticeId } = await sender.noticeOf('val');
  await send(sender, noticeId);
  await sender.settle(noticeId, hour(0));
  const read = { noticeId, version: 1, contactId: 'c1' };
  const envelope = must(await readEnvelope({ ctx: sender.as('ines', ['O']), input: read })).text;
  night = await createNight();
  night.at(hour(1));
  door = await openNightDoor(night);
  const ctx = night.as('sacha');
  const name = 'Slime SAS';
  const record = { role: 'processor' as const, name, key: await sender.ports.proofs.notary.verifierKey('o1') };
  must(await recordParty({ ctx, input: { key: 'party', record } }));
  const document = { ...annex1, reference: 'SOUS-1', processor: { ...annex1.processor, name } };
  const agreementId = must(await recordAgreement({ ctx, input: { key: 'contract', document } })).id;
  const found = { origin: 'own', receivedAt: hour(0.2), from: 'Astreinte', text: 'Vu.', certain: true, agreementId };
  own = must(await openCase({ ctx, input: { key: 'own', opening: OpenCase.parse(found) } })).id;
  const engine = { ...ctx, actor: { kind: 'system' as const, id: 'exchange' }, roles: [] };
  const said = { envelope, receivedAt: hour(0.9), text: 'Un classeur est parti.' };
  byNotice = must(await receiveNotice({ ctx: engine, input: ReceiveNotice.parse(said) })).id;
});
afterEach(() => door.stop());

it('the case of a notice asks whether it is of the breach that is open on the same contract, and ends as such', async () => {
  const ctx = night.as('sacha');
  const { reference } = must(await readControllerCase({ ctx, input: { caseId: own } }));
  const page = async (id: string) => (await door.read('sacha', `/cases/${id}`, 'fr')).text;
  expect(await page(byNotice)).toContain(`Un dossier sur le même contrat est ouvert (${reference})`);
  expect(await page(own)).not.toContain('Un dossier sur le même contrat est ouvert');
  expect((await door.read('sacha', `/cases/${byNotice}/same`, 'fr')).text).toContain(`${reference}, Astreinte`);

  const none = await door.send('sacha', `/cases/${byNotice}/same`, { sameAs: '', reason: '' });
  expect([none.status, await page(byNotice)]).toEqual([expect.any(Number), expect.stringContaining('/qualify')]);
  await door.send('sacha', `/cases/${byNotice}/same`, { sameAs: own, reason: 'vu ici avant' });
  const ended = await page(byNotice);
  expect(ended).toContain('clos comme relevant de la même violation');
  expect(ended).toContain(`/cases/${own}"`);
  expect(await page(own)).toContain('Un classeur est parti.');
});
