import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { keepCaseFile, readCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { eraseField } from '../../../application/journal/eraseField';
import { keepNoticeFile, readNoticeFile } from '../../../application/notice/keepNoticeFile';
import { noteNotice } from '../../../application/notice/noteNotice';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { watchCase } from '../../../worker/watchdog/watchCases';
import { createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { hour } from '../../fakes/threeControllers';

let house: InsideHouse;
beforeEach(async () => {
  house = await createInsideHouse();
});

/** As a person of the controller. */
const command = async (asked: Record<string, unknown>, key: string) => {
  const input = { caseId: (await house.theCase()).id, key, command: CaseCommand.parse(asked) };
  return must(await commandCase({ ctx: house.controller, input }));
};

describe('what the case says to the processor of its installation', () => {
  let noticeId: string;
  beforeEach(async () => {
    await house.consent();
    noticeId = await house.notified();
    house.clock.now = new Date(hour(1));
  });
  const acknowledge = () =>
    command(
      { kind: 'processor.acknowledge', version: 1, acknowledgedAt: hour(0.5), name: 'Cléo', function: 'DPO' },
      'ack',
    );
  const ask = () =>
    command({ kind: 'processor.ask', askedAt: hour(1), urgentHours: 4, text: 'Combien de foyers ?' }, 'ask');

  it('acknowledges its notice as by an account, once, and each side records its own', async () => {
    await acknowledge();
    await house.settleCase();
    const { acknowledgements, delivery } = await house.noticeOf('val');
    expect(delivery).toBe('ACKED');
    expect(acknowledgements).toMatchObject([{ version: 1, via: 'account', name: 'Cléo', function: 'DPO' }]);
    expect((await house.theCase()).processor.handed).toMatchObject([{ result: 'taken' }]);
    await house.settleCase();
    expect((await house.noticeOf('val')).acknowledgements).toHaveLength(1);
  });

  it('asks, and the answer comes to the case by itself', async () => {
    await ask();
    await house.settleCase();
    const [question] = (await house.noticeOf('val')).questions;
    expect(question).toMatchObject({ text: 'Combien de foyers ?', via: 'account', urgentHours: 4, answeredAt: null });
    const answer = { kind: 'answer' as const, questionId: question?.id ?? '', text: 'Quarante et un.' };
    must(await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: 'a', command: answer } }));
    await house.settle(noticeId, hour(1));
    expect((await house.theCase()).processor.questions).toMatchObject([
      { id: question?.id, dueAt: hour(5), answer: 'Quarante et un.', answeredAt: hour(1) },
    ]);
    expect((await house.noticeOf('val')).handed).toMatchObject([{ id: '1' }, { what: 'answer', result: 'taken' }]);
  });

  it('S3-05: documents go with the question and with the answer, each side under its own key and entry', async () => {
    const bytes = (text: string) => Readable.from([Buffer.from(`%PDF-1.7 ${text}`)]);
    await ask();
    const { id: caseId, processor } = await house.theCase();
    const questionId = processor.questions[0]?.id ?? '';
    const about = { kind: 'question' as const, questionId };
    const asked = { caseId, key: 'f1', about, name: 'liste.pdf', bytes: bytes('question') };
    must(await keepCaseFile({ ctx: house.controller, input: asked }));
    await house.settleCase();
    const sacha = house.as('sacha', ['DPO']);
    const [there] = (await house.noticeOf('val')).files;
    expect(there).toMatchObject({ about, name: 'liste.pdf', mediaType: 'application/pdf' });
    expect(must(await readNoticeFile({ ctx: sacha, input: { noticeId, hash: there?.hash ?? '' } })).bytes).toEqual(
      Buffer.from('%PDF-1.7 question'),
    );
    const answer = { kind: 'answer' as const, questionId, text: 'Voyez la pièce.' };
    must(await noteNotice({ ctx: sacha, input: { noticeId, key: 'a', command: answer } }));
    const answered = { kind: 'answer' as const, questionId };
    const sent = { noticeId, key: 'f2', about: answered, name: 'réponse.pdf', bytes: bytes('answer') };
    must(await keepNoticeFile({ ctx: sacha, input: sent }));
    await house.settle(noticeId, hour(1));
    const { files } = await house.theCase();
    expect(files.map(({ name }) => name)).toEqual(['liste.pdf', 'réponse.pdf']);
    const read = await readCaseFile({ ctx: house.controller, input: { caseId, hash: files[1]?.hash ?? '' } });
    expect(must(read).bytes).toEqual(Buffer.from('%PDF-1.7 answer'));
    expect((await house.noticeOf('val')).handed.at(-1)).toMatchObject({ what: 'file', result: 'taken' });
    expect((await house.noticeOf('val')).files).toHaveLength(2);
  });

  it('S3-05: a document that was erased before it was handed over goes nowhere, and is asked of nobody again', async () => {
    await ask();
    const { id: caseId, processor } = await house.theCase();
    const about = { kind: 'question' as const, questionId: processor.questions[0]?.id ?? '' };
    const asked = { caseId, key: 'f1', about, name: 'liste.pdf', bytes: Readable.from([Buffer.from('%PDF-1.7')]) };
    const { seq } = must(await keepCaseFile({ ctx: house.controller, input: asked }));
    const erased = { seq, names: ['name'], ground: 'neverLawful' as const, key: 'erase' };
    must(await eraseField({ ctx: house.controller, input: erased }));
    await house.settleCase();
    expect((await house.noticeOf('val')).files).toEqual([]);
    expect((await house.theCase()).processor.handed.at(-1)).toMatchObject({ about: seq, result: 'refused' });
  });

  it('has its answer at once, though the clock of whoever answered is a little ahead', async () => {
    await ask();
    await house.settleCase();
    const questionId = (await house.noticeOf('val')).questions[0]?.id ?? '';
    house.clock.now = new Date(hour(2));
    const answer = { kind: 'answer' as const, questionId, text: 'Quarante et un.' };
    must(await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: 'a', command: answer } }));
    house.clock.now = new Date(Date.parse(hour(2)) - 5);
    await house.hand('answer', questionId);
    const answeredAt = house.clock.now.toISOString();
    expect((await house.theCase()).processor.questions).toMatchObject([{ answeredAt }]);
  });

  it.each([
    ['a little behind: at the instant of the question', 5, 'taken', hour(1)],
    ['further behind than clocks are: refused', 60_001, 'refused', null],
  ])('has its answer, though the clock of whoever answered is %s', async (_name, behindMs, result, answeredAt) => {
    await ask();
    await house.settleCase();
    const questionId = (await house.noticeOf('val')).questions[0]?.id ?? '';
    house.clock.now = new Date(Date.parse(hour(1)) - behindMs);
    const answer = { kind: 'answer' as const, questionId, text: 'Quarante et un.' };
    must(await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: 'a', command: answer } }));
    house.clock.now = new Date(hour(1));
    await house.hand('answer', questionId);
    expect((await house.noticeOf('val')).handed).toContainEqual(expect.objectContaining({ what: 'answer', result }));
    expect((await house.theCase()).processor.questions).toMatchObject([{ answeredAt }]);
  });

  it('is there once, though the engine dies between the two writes; the watchdog sees it undone', async () => {
    house.dieBefore('processor.handed', 1);
    await ask();
    await expect(house.settleCase()).rejects.toThrow('killed');
    house.clock.now = new Date(hour(1.1));
    expect(watchCase(await house.theCase(), house.clock.now)).toMatchObject({ kind: 'hand' });
    await house.settleCase();
    expect((await house.noticeOf('val')).questions).toHaveLength(1);
    expect((await house.theCase()).processor.handed).toHaveLength(1);
  });

  it('is there once, though its text was erased between the two writes', async () => {
    house.dieBefore('processor.handed', 1);
    await ask();
    await expect(house.settleCase()).rejects.toThrow('killed');
    const { seq = 0 } = (await house.theCase()).processor.questions[0] ?? {};
    const erase = { seq, names: ['text'], ground: 'personAsked' as const, key: 'erase' };
    must(await eraseField({ ctx: house.controller, input: erase }));
    await house.settleCase();
    expect((await house.theCase()).processor.handed).toMatchObject([{ about: seq, result: 'taken' }]);
    expect((await house.noticeOf('val')).questions).toMatchObject([{ text: 'Combien de foyers ?' }]);
  });

  it('waits for its hour where twenty were asked in it; what the link asks takes none of them away', async () => {
    const guest = { ...house.as('c1', []), actor: { kind: 'guest' as const, id: 'c1' } };
    const byLink = { kind: 'ask' as const, questionId: 'link', contactId: 'c1', text: 'Et nous ?' };
    must(await noteNotice({ ctx: guest, input: { noticeId, key: 'link', command: byLink } }));
    for (let asked = 1; asked <= 21; asked += 1) {
      await command(
        { kind: 'processor.ask', askedAt: hour(1), urgentHours: 4, text: `Question ${asked}` },
        `q${asked}`,
      );
    }
    await acknowledge();
    await house.settleCase();
    const { processor, reminded } = await house.theCase();
    expect(processor.handed.map(({ result }) => result)).toEqual(Array.from({ length: 21 }, () => 'taken'));
    expect((await house.noticeOf('val')).acknowledgements).toHaveLength(1); // it waits for no question
    house.clock.now = new Date(hour(4.5));
    await house.settleCase();
    expect((await house.noticeOf('val')).questions).toHaveLength(22);
    expect((await house.theCase()).reminded.length).toBeGreaterThan(reminded.length);
  });

  it('is left to people once a side has taken its consent back', async () => {
    must(await house.tie(null, 'untie'));
    await acknowledge();
    await house.settleCase();
    expect((await house.theCase()).processor).toMatchObject({ acknowledged: [{ byItself: false }], handed: [] });
    expect((await house.noticeOf('val')).acknowledgements).toEqual([]);
  });

  it('taken back in between, is known to be refused', async () => {
    await acknowledge();
    must(await house.admit(false));
    await house.settleCase();
    expect((await house.theCase()).processor.handed).toMatchObject([{ result: 'refused' }]);
    expect((await house.noticeOf('val')).acknowledgements).toEqual([]);
  });
});

describe('a notice that left before its agreement was tied', () => {
  let noticeId: string;
  beforeEach(async () => {
    noticeId = await house.notified();
    const asked = { noticeId, version: 1, contactId: 'c1' };
    const { text: envelope } = must(await readEnvelope({ ctx: house.as('ines', ['O']), input: asked }));
    const received = ReceiveNotice.parse({ envelope, receivedAt: hour(0), text: 'Un classeur est parti.' });
    must(await receiveNotice({ ctx: house.controller, input: received }));
    await house.consent();
    house.clock.now = new Date(hour(1));
    await command({ kind: 'processor.ask', askedAt: hour(1), urgentHours: 4, text: 'Combien ?' }, 'ask');
    await house.settleCase();
    const questionId = (await house.noticeOf('val')).questions[0]?.id ?? '';
    const answer = { kind: 'answer' as const, questionId, text: 'Quarante et un.' };
    must(await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: 'a', command: answer } }));
  });
  const handed = async () => (await house.noticeOf('val')).handed.map(({ what, result }) => [what, result]);

  it('is answered into the case that took it in by hand', async () => {
    await house.settle(noticeId, hour(1));
    expect((await house.theCase()).processor.questions).toMatchObject([{ answer: 'Quarante et un.' }]);
    expect(await handed()).toEqual([['answer', 'taken']]);
  });

  it('and is tied no more when it is answered, is known to be refused and goes on', async () => {
    must(await house.tie(null, 'untie'));
    await house.settle(noticeId, hour(1));
    expect((await house.theCase()).processor.questions).toMatchObject([{ answeredAt: null }]);
    expect(await handed()).toEqual([['answer', 'refused']]);
    expect(await house.settle(noticeId, hour(4))).toContain('03-27T13:20 remind acknowledgement 4');
  });
});
