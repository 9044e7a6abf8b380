import { documentHashOf } from '../../domain/agreement/annex1';
import { decideRecord } from '../../domain/agreement/decide';
import { annexOf, createNoticeHouse } from './noticeHouse';
import { T0 } from './threeControllers';

export const BEA = 'bea@val-temoin.example';

/** Version 2 of Val Témoin's agreement puts Béa before the contacts of version 1; it is in force from T0 on. */
export async function houseWithBeaFirst() {
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
  const values = { ...recorded.value.values, ...changed, contactIds: ['c1v2', 'c1', 'c2'] };
  await house.write('agreement', 'val', { type: 'agreement.amendmentProposed', values });
  for (const [side, signerId] of [
    ['processor', 'alix'],
    ['controller', 'c1'],
  ] as const) {
    const signed = { version: 2, side, signerId, documentHash, signedAt: '2026-03-20T10:00:00.000Z', name: 'X' };
    await house.write('agreement', 'val', { type: 'agreement.signed', values: { ...signed, function: 'DIR' } });
  }
  return house;
}
