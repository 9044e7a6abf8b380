import { expect, it } from '@jest/globals';
import { acknowledgeByLink } from '../../../application/guest/acknowledgeByLink';
import { askByLink } from '../../../application/guest/askByLink';
import { enterByLink } from '../../../application/guest/enterByLink';
import { noteNotice } from '../../../application/notice/noteNotice';
import { documentHashOf } from '../../../domain/agreement/annex1';
import { decideRecord } from '../../../domain/agreement/decide';
import { annexOf, createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, readable, send, T0 } from '../../fakes/threeControllers';

const BEA = 'bea@val-temoin.example';

/** Version 2 puts Béa before the two contacts of version 1, and is in force when the breach is known. */
async function houseWithBeaFirst() {
  const house = await createNoticeHouse(T0);
  const { signatures: _signatures, ...first } = annexOf('val');
  const bea = { order: 1, name: 'Béa Nouvelle', role: 'security' as const, email: BEA, channels: ['email' as const] };
  const others = first.controller.noticeContacts.map((contact) => ({ ...contact, order: contact.order + 1 }));
  const controller = { ...first.controller, noticeContacts: [bea, ...others] };
  const document = { ...first, version: 2, inForceFrom: '2026-03-27', controller };
  const recorded = decideRecord(annexOf('val'), 'party-val');
  if (!recorded.ok) throw new Error(recorded.error.code);
  const documentHash = documentHashOf(document);
  const changed = { version: 2, inForceFrom: '2026-03-27', document, documentHash };
  const values = { ...recorded.value.values, ...changed };
  await house.write('agreement', 'val', { type: 'agreement.amendmentProposed', values });
  for (const [side, signerId] of [
    ['processor', 'alix'],
    ['controller', 'c1'],
  ] as const) {
    const signed = { version: 2, side, signerId, documentHash, signedAt: '2026-03-20T10:00:00.000Z', name: 'X' };
    await house.write('agreement', 'val', { type: 'agreement.signed', values: { ...signed, function: 'DIR' } });
  }
  await becomeAware(house);
  return house;
}

it('a link stays with the person it was sent to, whichever version of the agreement judges', async () => {
  const house = await houseWithBeaFirst();
  const { id } = await house.noticeOf('val');
  house.clock.now = new Date(hour(1));
  await send(house, id);
  await house.settle(id, hour(1));
  const token = /\/n\/([\w-]+)/.exec(readable(house.mails.find(({ to }) => to === BEA)?.raw ?? ''))?.[1] ?? '';
  await askByLink(house.ports, { token, key: 'qqqqqqqq', text: 'Combien ?' });
  await house.settle(id, hour(1.1));

  const awareAt = '2026-03-26T20:00:00.000Z'; // the evening before: version 1 judges
  const corrected = { awareAt, detectedAt: awareAt, nature: ['availability'], reason: 'vu', breakGlassReason: 'nuit' };
  await house.write('incident', 'i1', { type: 'aware.corrected', values: corrected });
  const opened = await enterByLink(house.ports, token);
  expect(opened).toMatchObject({ ok: true, value: { contact: { name: 'Béa Nouvelle', email: BEA } } });
  const contactId = opened.ok ? opened.value.contact.id : '';
  expect(contactId).toBe('c1v2');

  const before = house.mails.length;
  const command = { kind: 'answer', questionId: `${contactId}-qqqqqqqq`, text: '412' } as const;
  const answered = await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId: id, key: 'a', command } });
  expect(answered.ok).toBe(true);
  await house.settle(id, hour(1.2));
  const told = house.mails.slice(before).map(({ to }) => to);
  expect(told.filter((to) => to !== BEA && to.endsWith('@val-temoin.example'))).toEqual([]);

  await acknowledgeByLink(house.ports, { token, version: 1, name: 'Béa', function: 'RSSI' });
  expect((await house.noticeOf('val')).acknowledgements).toMatchObject([{ contactId: 'c1v2' }]);
});
