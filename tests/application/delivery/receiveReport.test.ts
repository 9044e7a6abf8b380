import { beforeEach, describe, expect, it } from '@jest/globals';
import { receiveBounce } from '../../../application/delivery/receiveBounce';
import { receiveReport } from '../../../application/delivery/receiveReport';
import { loadCase } from '../../../application/notice/readCase';
import type { ReportAction } from '../../../domain/delivery/events';
import { dueOf } from '../../../domain/notice/case';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { statusNotice } from '../../fakes/statusNotice';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
  await send(house, noticeId);
  await house.settle(noticeId, hour(0));
});

const tool = () => ({ ...house.as('mta', []), actor: { kind: 'tool' as const, id: 'mta' } });
const mailOf = async () => {
  const { outbox } = await house.noticeOf('val');
  const mail = outbox.find(({ channel }) => channel === 'email');
  if (mail === undefined) throw new Error('no mail left');
  return mail;
};
const receive = (raw: Buffer, ctx = tool()) => receiveReport({ ctx, input: { raw } });
const reported = async (action: ReportAction) =>
  receive(statusNotice({ action, envelopeId: (await mailOf()).envelopeId }));

describe('a delivery report', () => {
  it('finds its mail by the ENVID, is stored as it came, and makes the notice RECEIVED', async () => {
    const { id, envelopeId } = await mailOf();
    const raw = statusNotice({ action: 'delivered', envelopeId });
    expect(await receive(raw)).toMatchObject({ ok: true, value: { created: true, deliverableId: id } });
    expect((await house.noticeOf('val')).delivery).toBe('RECEIVED');
    const entry = (await house.journal.readSubject('o1', { kind: 'notice', id: noticeId }, 0)).at(-1);
    expect(entry).toMatchObject({ type: 'delivery.reported', actor: { kind: 'tool', id: 'mta' } });
    const stored = await house.ports.documents.get('o1', noticeId, String(entry?.fields['documentId']?.value));
    expect(stored?.bytes).toEqual(raw);
  });

  it('finds it by the Message-ID where a relay dropped the ENVID, also without knowing whose it is', async () => {
    const { id, messageId } = await mailOf();
    const raw = statusNotice({ action: 'delivered', messageId });
    expect(await receiveBounce(house.ports, raw)).toMatchObject({ ok: true, value: { deliverableId: id } });
  });

  it('handed in again, by whatever way and with other trace fields, is one entry', async () => {
    const { envelopeId, messageId } = await mailOf();
    const first = await receive(statusNotice({ action: 'failed', envelopeId }));
    const again = await receiveBounce(house.ports, statusNotice({ action: 'failed', envelopeId, messageId }));
    expect(first).toMatchObject({ ok: true, value: { created: true } });
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), created: false } });
  });

  it.each([
    ['no report at all', Buffer.from('Subject: hello\r\n\r\nhello'), 'report.unreadable'],
    ['a report on nothing', statusNotice({ action: 'failed' }), 'report.unmatched'],
    ['a report on another house’s mail', statusNotice({ action: 'failed', envelopeId: 'o2/x.0' }), 'report.unmatched'],
    ['a Message-ID of nobody', statusNotice({ action: 'failed', messageId: '<a.b@c.example>' }), 'report.unmatched'],
  ])('%s changes nothing', async (_what, raw, code) => {
    const before = await house.journal.head('o1');
    expect(await receive(raw)).toEqual({ ok: false, error: { code } });
    expect(await receiveBounce(house.ports, raw)).toEqual({ ok: false, error: { code } });
    expect(await house.journal.head('o1')).toBe(before);
  });

  it('right in its subject and wrong in its deliverable belongs to nothing', async () => {
    const { envelopeId } = await mailOf();
    expect(await receive(statusNotice({ action: 'failed', envelopeId: `${envelopeId.slice(0, -1)}x` }))).toEqual({
      ok: false,
      error: { code: 'report.unmatched' },
    });
  });

  it('is taken from nobody who may not', async () => {
    expect(await receive(Buffer.of(), { ...house.as('aud', ['AUDITOR']) } as never)).toEqual({
      ok: false,
      error: { code: 'actor.forbidden' },
    });
  });
});

describe('a notice that came back', () => {
  it('opens the next way at once: a call with the text to read, O and IM told; the clock stands as it stood', async () => {
    const before = await loadCase(house.engine, noticeId);
    expect(await reported('failed')).toMatchObject({ ok: true });
    const story = await house.settle(noticeId, hour(0));
    expect(story[0]).toMatch(/fallBack$/);
    const { outbox, fellBack, delivery } = await house.noticeOf('val');
    expect(fellBack).toEqual([(await mailOf()).id]);
    const call = outbox.find(({ channel }) => channel === 'phone');
    expect(call?.to.kind).toBe('contact');
    const script = await house.ports.documents.get('o1', noticeId, call?.documentId ?? '');
    expect(script?.bytes.length).toBeGreaterThan(0);
    const told = house.mails.filter(({ to }) => /^(ines|paul)@/.test(to));
    expect(told.length).toBeGreaterThanOrEqual(2);
    const after = await loadCase(house.engine, noticeId);
    expect([delivery, after.ok && dueOf(after.value)]).toEqual(['SENT', before.ok && dueOf(before.value)]);
  });
});
