import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { listControllerCases } from '../../../application/controllerCase/readCases';
import { annex1 } from '../../fakes/agreements';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';
import { hour } from '../../fakes/threeControllers';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeEach(async () => {
  night = await createNight();
  night.at(hour(1));
  door = await openNightDoor(night);
});
afterEach(() => door.stop());

const answers = {
  origin: 'own',
  from: 'Astreinte',
  receivedAtNow: 'yes',
  certain: 'yes',
  text: 'Des fichiers de notre hébergeur sont en ligne.',
};
const newest = async () => must(await listControllerCases({ ctx: night.as('sacha'), input: { limit: 1 } }))[0];

it('what was found here may name the contract with the processor that holds the data, which can then be asked', async () => {
  const document = { ...annex1, reference: 'HEB-1', processor: { ...annex1.processor, name: 'Hébergeur Fictif' } };
  const { id } = must(await recordAgreement({ ctx: night.as('sacha'), input: { key: 'host', document } }));
  const asked = (await door.read('ines', '/cases/new', 'fr')).text;
  expect(asked).toContain(`<option value="${id}">HEB-1, Hébergeur Fictif</option>`);
  const ours = [...asked.matchAll(/<option value="[^"]+">([^<]+), Hébergeur Fictif<\/option>/g)];
  expect(ours).toHaveLength(1);

  await door.send('ines', '/cases/new', { ...answers, agreementId: id });
  const named = await newest();
  expect(named?.opened).toMatchObject({ origin: 'own', agreementId: id });
  expect((await door.read('sacha', `/cases/${named?.id}`, 'fr')).text).toContain(`/cases/${named?.id}/ask"`);

  await door.send('ines', '/cases/new', { ...answers, text: 'Un courriel est parti au mauvais destinataire.' });
  const plain = await newest();
  expect(plain?.opened.agreementId).toBeNull();
  expect((await door.read('sacha', `/cases/${plain?.id}`, 'fr')).text).not.toContain(`/cases/${plain?.id}/ask"`);
});
