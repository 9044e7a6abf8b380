import { Readable } from 'node:stream';
import { beforeEach, expect, it } from '@jest/globals';
import { tieAgreement } from '../../../application/agreement/tieAgreement';
import { keepNoticeFile } from '../../../application/notice/keepNoticeFile';
import { noteNotice } from '../../../application/notice/noteNotice';
import type { Context } from '../../../application/ports/ports';
import { readMessage } from '../../../domain/exchange/message';
import { doUndone } from '../../../worker/watchdog/watchOrganisation';
import { createMemoryProofs } from '../../fakes/memoryProofs';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let house: Awaited<ReturnType<typeof createNoticeHouse>>;
let posted: string[];
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  posted = [];
  house.ports.carriers.exchange = async ({ bytes }) => {
    const read = readMessage(bytes.toString('utf8'));
    posted.push(typeof read === 'string' ? read : read.header.said.kind);
    return { status: null, why: 'away' };
  };
  const key = await createMemoryProofs(house.journal).notary.verifierKey('elsewhere');
  const tie = { key, exchangeUrl: 'https://vigie.val.example/exchange/1', reason: 'appel' };
  must(await tieAgreement({ ctx: house.as('sacha', ['DPO']), input: { agreementId: 'val', key: 'tie', tie } }));
  await becomeAware(house, ['availability'], T0);
  ({ id: noticeId } = await house.noticeOf('val'));
});

it('posts what the engine has left, an answer too, by the same use case and after the mails', async () => {
  must(await send(house, noticeId));
  house.clock.now = new Date(hour(23.6));
  expect(await doUndone(house.engine, noticeId)).toContain('deliver');
  expect(posted).toEqual(['version']);
  expect(house.mails.filter(({ to }) => to.endsWith('val-temoin.example')).length).toBeGreaterThan(0);

  const guest: Context = { ...house.engine, actor: { kind: 'guest', id: 'c1' } };
  const ask = { kind: 'ask' as const, questionId: 'q1', contactId: 'c1', text: 'Combien ?', via: 'exchange' as const };
  must(await noteNotice({ ctx: guest, input: { noticeId, key: 'ask', command: ask } }));
  const answer = { kind: 'answer' as const, questionId: 'q1', text: 'Douze.' };
  must(await noteNotice({ ctx: house.as('ines', ['O']), input: { noticeId, key: 'answer', command: answer } }));
  const paper = {
    about: { kind: 'answer' as const, questionId: 'q1' },
    name: 'a.pdf',
    bytes: Readable.from([Buffer.from('%PDF-')]),
  };
  must(await keepNoticeFile({ ctx: house.as('ines', ['O']), input: { noticeId, key: 'paper', ...paper } }));
  house.ports.carriers.exchange = null; // the operator turns it off: it waits
  house.clock.now = new Date(hour(25));
  await doUndone(house.engine, noticeId);
  const notice = await house.noticeOf('val');
  const [version, later, file] = notice.outbox.filter(({ channel }) => channel === 'exchange');
  expect(version?.attempts.map(({ outcome }) => outcome?.exchange?.why)).toEqual(['away', 'away']);
  expect([later?.id, later?.attempts]).toEqual(['answer-q1-exchange', []]); // in the order in which it was said
  expect([file?.id, file?.attempts]).toEqual([notice.files[0]?.exchangeId, []]);
  expect(notice.outbox.filter(({ id }) => id.includes('instead'))).toEqual([]); // an installation is nobody to call
});
