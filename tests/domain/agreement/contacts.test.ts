import { describe, expect, it } from '@jest/globals';
import { contactIdsOf, contactsOf } from '../../../domain/agreement/contacts';
import { annex1 } from '../../fakes/agreements';

describe('the contacts of a version', () => {
  const versionOf = (version: number, change: Partial<typeof annex1.controller>) => ({
    version,
    document: { ...annex1, controller: { ...annex1.controller, ...change } },
  });
  const contacts = (change: Partial<typeof annex1.controller> = {}) => {
    const version = versionOf(1, change);
    return contactsOf({ ...version, contactIds: contactIdsOf(version, []) });
  };

  it('keep their ids over the versions, and nobody gets that of another', () => {
    const [dominique, desk] = annex1.controller.noticeContacts;
    if (dominique === undefined || desk === undefined) throw new Error('two contacts');
    const bea = { ...desk, name: 'Béa', email: 'bea@val-temoin.example', phone: '+33 1 99 00 00 44' };
    const first = versionOf(1, {});
    const known = [{ ...first, contactIds: contactIdsOf(first, []) }];
    const idsOf = (...noticeContacts: (typeof desk)[]) =>
      contactIdsOf(
        versionOf(2, { noticeContacts: noticeContacts.map((contact, index) => ({ ...contact, order: index + 1 })) }),
        known,
      );
    expect(idsOf(bea, dominique, desk)).toEqual(['c1v2', 'c1', 'c2']);
    expect(idsOf({ ...desk, email: 'autre@val-temoin.example' }, dominique)).toEqual(['c2', 'c1']);
    expect(idsOf({ ...bea, name: desk.name }, dominique)).toEqual(['c2', 'c1']);
    expect(
      idsOf(dominique, bea, { ...bea, name: 'Cléo', email: 'cleo@val-temoin.example', phone: '+33 1 99 00 00 45' }),
    ).toEqual(['c1', 'c2v2', 'c3v2']);
    const erased = [{ ...first, document: null, contactIds: [] }];
    expect(contactIdsOf(versionOf(2, { noticeContacts: [{ ...bea, order: 1 }] }), erased)).toEqual(['c1v2', 'c2v2']);
  });

  it('are not taken for another by a number that both answer, or that a successor took over', () => {
    const [dominique, desk] = annex1.controller.noticeContacts;
    if (dominique === undefined || desk === undefined) throw new Error('two contacts');
    const phone = '+33 1 99 00 00 40';
    const bea = { ...dominique, name: 'Béa', email: 'bea@val-temoin.example', phone, order: 1 };
    const first = versionOf(1, { noticeContacts: [bea, { ...desk, phone }] });
    const known = [{ ...first, contactIds: contactIdsOf(first, []) }];
    const cleo = { ...bea, name: 'Cléo', email: 'cleo@val-temoin.example' };
    const second = versionOf(2, { noticeContacts: [cleo, { ...desk, phone }] });
    expect(contactIdsOf(second, known).slice(0, 2)).toEqual(['c1v2', 'c2']);
    const moved = versionOf(2, { noticeContacts: [{ ...bea, email: 'b@val-temoin.example', role: 'legal' }] });
    expect(contactIdsOf(moved, known)[0]).toBe('c1');
  });

  it('leave the DPO in, whose number a desk answers too', () => {
    const { dpo, noticeContacts } = annex1.controller;
    const phone = '+33 1 99 00 00 40';
    const desk = { ...noticeContacts[1], order: 1, phone } as (typeof noticeContacts)[number];
    const change = { dpo: { ...dpo, phone }, noticeContacts: [desk] };
    expect(contacts(change)).toMatchObject([
      { name: 'Astreinte DSI', isDpo: false },
      { isDpo: true, email: dpo.email },
    ]);
    const { email: _email, ...byPhone } = desk;
    const [one, ...more] = contacts({ ...change, noticeContacts: [{ ...byPhone, channels: ['phone'] }] });
    expect([one?.isDpo, more]).toEqual([true, []]);
  });

  it('come in the order of the contract, the controller’s DPO marked', () => {
    expect(contacts()).toMatchObject([
      { id: 'c1', name: 'Dominique Essai', role: 'dpo', isDpo: true },
      { id: 'c2', name: 'Astreinte DSI', role: 'on-call', isDpo: false, channels: ['email', 'phone'] },
    ]);
    const turned = annex1.controller.noticeContacts.map((contact) => ({ ...contact, order: 3 - contact.order }));
    expect(contacts({ noticeContacts: turned }).map(({ name }) => name)).toEqual(['Astreinte DSI', 'Dominique Essai']);
  });

  it('end with the DPO where the list leaves that officer out', () => {
    const noticeContacts = annex1.controller.noticeContacts.slice(1);
    expect(contacts({ noticeContacts })).toMatchObject([
      { id: 'c1', name: 'Astreinte DSI', isDpo: false },
      { id: 'c2', name: 'Dominique Essai', role: 'dpo', isDpo: true, email: 'dpo@val-temoin.example' },
    ]);
  });

  it('are nobody once the document is erased', () => {
    expect(contactsOf({ document: null, contactIds: ['c1'] })).toEqual([]);
  });
});
