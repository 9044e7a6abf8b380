import { expect, it } from '@jest/globals';
import { BEA, houseWithBeaFirst } from '../../fakes/amended';
import type { Json } from '../../../domain/shared/jcs';
import { annexOf, createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

/** The evening before: version 1 of the agreement is in force. */
const EVE = '2026-03-26T20:00:00.000Z';
const ofFirst = ['astreinte@val-temoin.example', 'dpo@val-temoin.example'];

const write = (house: House, type: string, values: object) => house.write('incident', 'i1', { type, values });
const ruleOut = (house: House) => write(house, 'breach.ruledOut', { evidenceRefs: ['EV-1'], reason: 'fictif' });

/** To whom the controller's mails went since `from` of them. */
const toldSince = ({ mails }: House, from: number) =>
  mails
    .slice(from)
    .map(({ to }) => to)
    .filter((to) => to.endsWith('@val-temoin.example'))
    .toSorted();

it('a withdrawal goes to whoever was told, though another version of the agreement judges by now', async () => {
  const house = await houseWithBeaFirst();
  await becomeAware(house);
  const { id } = await house.noticeOf('val');
  await send(house, id);
  await house.settle(id, hour(0.1));
  expect(toldSince(house, 0)).toEqual([...ofFirst, BEA].toSorted());
  const corrected = { awareAt: EVE, detectedAt: EVE, nature: ['availability'], reason: 'vu', breakGlassReason: 'nuit' };
  await write(house, 'aware.corrected', corrected);

  const before = house.mails.length;
  await ruleOut(house);
  await house.settle(id, hour(0.2));
  expect((await house.noticeOf('val')).versions.at(-1)).toMatchObject({ kind: 'withdrawal', agreementVersion: 1 });
  expect(toldSince(house, before)).toEqual([...ofFirst, BEA].toSorted());
});

it('a withdrawal names whom no channel serves, as the notice did', async () => {
  const house = await createNoticeHouse(T0);
  const { entries } = house.journal;
  const index = entries.findIndex(({ subject }) => subject.id === 'val');
  const { controller, ...rest } = annexOf('val');
  const bea = { order: 9, name: 'Béa', role: 'security', channels: ['post'] };
  const noticeContacts = [...controller.noticeContacts, bea];
  const value = { ...rest, controller: { ...controller, noticeContacts } } as Json;
  const [entry, field] = [entries[index], entries[index]?.fields['document']];
  if (entry === undefined || field === undefined) throw new Error('no agreement');
  entries[index] = { ...entry, fields: { ...entry.fields, document: { ...field, value } } };
  await becomeAware(house);
  const { id } = await house.noticeOf('val');
  await send(house, id);
  await house.settle(id, hour(0.1));
  await ruleOut(house);
  await house.settle(id, hour(0.2));
  const [sent, withdrawn] = (await house.noticeOf('val')).versions;
  expect(sent?.unserved.map(({ contactId }) => contactId)).toContain('c3');
  expect(withdrawn?.unserved).toEqual(sent?.unserved);
});

it('a breach that is ruled out stays judged by the version that judged it', async () => {
  const house = await houseWithBeaFirst();
  await house.report('i1', EVE);
  await write(house, 'aware.set', {
    awareAt: T0,
    detectedAt: EVE, // confidentiality counts from detection: version 1 judges
    nature: ['confidentiality'],
    touched: [{ agreementId: 'val', role: 'processor' }],
    ownProcessing: false,
    why: 'vu',
    gapReason: null,
    release: null,
  });
  await house.open('i1');
  const { id } = await house.noticeOf('val');
  await send(house, id);
  await house.settle(id, hour(0.1));
  expect(toldSince(house, 0)).toEqual(ofFirst);

  const before = house.mails.length;
  await ruleOut(house);
  await house.settle(id, hour(0.2));
  const [sent, withdrawn] = (await house.noticeOf('val')).versions;
  expect([sent?.agreementVersion, withdrawn?.agreementVersion, withdrawn?.kind]).toEqual([1, 1, 'withdrawal']);
  expect(toldSince(house, before)).toEqual(ofFirst);
});
