import { beforeEach, describe, expect, it } from '@jest/globals';
import { listCalls } from '../../../application/notice/listCalls';
import { noteNotice } from '../../../application/notice/noteNotice';
import { sendVersion } from '../../../application/notice/sendVersion';
import { unservedOf, unservedPlaces } from '../../../domain/notice/unserved';
import { annex1 } from '../../fakes/agreements';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

const refused = { result: 'refused', replyCode: 550 } as const;
const none = { sms: false, webhook: false, exchange: false, secrets: [] };
let house: House;
let noticeId: string;

/** Under the reference agreement c1 has email and SMS, c2 email and telephone. */
async function begin(answers: Parameters<typeof createNoticeHouse>[1] = {}) {
  house = await createNoticeHouse(T0, answers);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
  house.clock.now = new Date(hour(1));
}
beforeEach(() => begin());

const callsTo = async (contactId: string) =>
  (await house.noticeOf('val')).outbox
    .filter(({ channel, to }) => channel === 'phone' && to.kind === 'contact' && to.id === contactId)
    .map(({ id }) => id);
const waiting = async () => {
  const listed = await listCalls({ ctx: house.as('ines', ['O']), input: { noticeId } });
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value.map(({ to, text }) => ({ to: to.id, script: JSON.parse(text ?? '') }));
};
const log = (contactId: string, reached: boolean) =>
  noteNotice({
    ctx: house.as('ines', ['O']),
    input: { noticeId, key: `call-${contactId}-${reached}`, command: { kind: 'logCall', contactId, reached } },
  });

describe('a contact whose contract names the telephone beside mail', () => {
  it('gets the mail, and is to be called at the same time, with the text that says so', async () => {
    await send(house, noticeId);
    const frozen = (await house.noticeOf('val')).versions[0]?.deliverableIds;
    expect(frozen).toEqual(['v1-c1-email', 'v1-c2-email', 'v1-c2-phone']);
    const about = { about: 'breach', reason: 'channel', mailed: true, sentAt: null, phone: '+33 1 99 00 00 02' };
    expect(await waiting()).toEqual([{ to: 'c2', script: expect.objectContaining(about) }]);
  });

  it('is called of what left by itself too, and of a further version anew, in place of the call before', async () => {
    await house.settle(noticeId, hour(23));
    expect(await callsTo('c2')).toEqual(['v1-c2-phone']);
    const items = { d: { answer: 'value' as const, text: 'autre' } };
    const input = { noticeId, key: 'more', command: { kind: 'supplement' as const, items } };
    await sendVersion({ ctx: house.as('ines', ['O']), input });
    expect(await callsTo('c2')).toEqual(['v1-c2-phone', 'v2-c2-phone']);
    const calls = (await waiting()).filter(({ to }) => to === 'c2');
    expect(calls.map(({ script }) => script)).toMatchObject([{ head: { version: 2 }, about: 'breach', sentAt: null }]);
  });

  it('is told of a withdrawal as of one, and is to be called of it though the notice is over', async () => {
    await send(house, noticeId);
    await house.settle(noticeId, hour(1.1));
    const values = { evidenceRefs: ['journal'], reason: 'retrouvé' };
    await house.write('incident', 'i1', { type: 'breach.ruledOut', values });
    await house.settle(noticeId, hour(1.2));
    expect((await house.noticeOf('val')).versions.at(-1)).toMatchObject({
      kind: 'withdrawal',
      deliverableIds: ['v2-c1-email', 'v2-c2-email', 'v2-c2-phone'],
    });
    expect(await waiting()).toMatchObject([{ to: 'c2', script: { about: 'withdrawal', head: { version: 2 } } }]);
    expect((await house.noticeOf('val')).life).toBe('WITHDRAWN');
    await log('c2', true);
    expect(await waiting()).toEqual([]);
  });

  it('is told of an incident that is no breach as of one', async () => {
    const touched = [{ agreementId: 'val', role: 'processor' }];
    await house.report('i2', T0);
    await house.write('incident', 'i2', { type: 'incident.told', values: { touched, text: 'un serveur partagé' } });
    const opened = await house.open('i2');
    noticeId = (opened.ok && opened.value[0]) || 'none';
    await house.settle(noticeId, hour(1.1));
    const script = { about: 'report', head: { version: 1 }, authorityDueAt: null };
    expect(await waiting()).toMatchObject([{ to: 'c2', script }]);
  });
});

it('a channel that the contract names and nothing serves is in the entry of each version, with why', async () => {
  await send(house, noticeId);
  const entries = await house.journal.readSubject('o1', { kind: 'notice', id: noticeId }, 0);
  const [version] = entries.filter(({ type }) => type === 'notice.version');
  const unserved = [{ contactId: 'c1', channel: 'sms', why: 'notOffered' }];
  expect(version?.fields['unserved']?.value).toEqual(unserved);
  expect((await house.noticeOf('val')).versions[0]?.unserved).toEqual(unserved);
  const all = ['post', 'email', 'webhook', 'other', 'phone', 'sms'] as const;
  const named = { id: 'c9', channels: all, phone: '+33 1 99 00 00 02', webhookUrl: 'https://hooks.example' };
  expect(unservedOf(named, none).map(({ channel, why }) => `${channel} ${why}`)).toEqual([
    'sms notOffered',
    'webhook notOffered',
    'post byHand',
    'other byHand',
  ]);
});

it('whoever records a contract is told of each such channel, at its place in the document', () => {
  const contact = { order: 2, name: 'Astreinte', role: 'on-call' as const, phone: '+33 1 99 00 00 02' };
  const noticeContacts = [
    { ...contact, channels: ['phone' as const, 'post' as const] },
    { ...contact, order: 1, channels: ['phone' as const, 'webhook' as const, 'sms' as const] },
  ];
  const { controller } = annex1;
  expect(unservedPlaces({ controller: { ...controller, noticeContacts } }, none)).toEqual([
    { pointer: '/controller/noticeContacts/0/channels/1', channel: 'post', why: 'byHand' },
    { pointer: '/controller/noticeContacts/1/channels/2', channel: 'sms', why: 'notOffered' },
    { pointer: '/controller/noticeContacts/1/channels/1', channel: 'webhook', why: 'notOffered' },
  ]);
});

describe('when its mail is refused', () => {
  const toDuty = 'astreinte@val-temoin.example';
  const inFlight = async () => {
    await send(house, noticeId);
    await house.settle(noticeId, hour(1.01));
  };

  it('who is to be called already gets no second task; our people are told', async () => {
    await begin({ [toDuty]: [refused] });
    await inFlight();
    expect((await house.noticeOf('val')).fellBack).toEqual(['v1-c2-email']);
    expect(await callsTo('c2')).toEqual(['v1-c2-phone']);
    expect(await callsTo('c1')).toEqual([]);
    expect(house.mails.filter(({ raw }) => raw.includes('checkDelivery')).length).toBeGreaterThan(0);
  });

  it('and was called in vain, the next one in order is called', async () => {
    await begin({ [toDuty]: [refused] });
    await send(house, noticeId);
    await log('c2', false);
    await house.settle(noticeId, hour(1.01));
    expect([await callsTo('c1'), await callsTo('c2')]).toEqual([['v1-c2-email-instead-c1-phone'], ['v1-c2-phone']]);
  });

  it('a contact who has a number and no such channel is called instead, once, whoever’s mail fails', async () => {
    await begin({ 'dpo@val-temoin.example': [refused], [toDuty]: [refused] });
    await inFlight();
    expect((await house.noticeOf('val')).fellBack).toHaveLength(2);
    expect([await callsTo('c1'), await callsTo('c2')]).toEqual([['v1-c1-email-instead-c1-phone'], ['v1-c2-phone']]);
    expect((await waiting()).map(({ to }) => to).toSorted()).toEqual(['c1', 'c2']);
  });
});
