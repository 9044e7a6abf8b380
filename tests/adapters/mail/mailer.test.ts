import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { createSmtpMailer } from '../../../adapters/mail/smtp';
import type { Letter, Mailer, SendResult } from '../../../application/ports/mailer';
import { createMemoryMailer } from '../../fakes/memoryMailer';
import { startScriptedSmtp, type Fault } from '../../fakes/scriptedSmtp';

const letter: Letter = {
  to: 'dpo@aube.example',
  replyTo: 'dpo@ecoute-enquetes.example',
  subject: 'Notification de violation de données, réf. AV-0000-0001',
  text: 'À ce stade, une violation serait possible.\n.\n..deux points en tête de ligne\n',
  html: '<p>À ce stade, une violation serait possible.</p>',
  attachments: [{ filename: 'AV-0000-0001 v1.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 é') }],
  messageId: '<d1.1@vigie.invalid>',
  date: new Date('2026-03-27T09:20:00Z'),
  language: 'fr',
};
const claimed = Promise.resolve(true);
const QUICK = { connectionMs: 400, greetingMs: 400, socketMs: 400 };
const from = { name: 'Écoute, Enquêtes', address: 'vigie@slime.example' };

type Taken = () => { to: string; raw: string }[];
type Opened = { mailer: Mailer; taken: Taken };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function openReal(faults: Fault[] = [], catching = false): Promise<Opened> {
  const server = await startScriptedSmtp(faults);
  stops.push(server.stop);
  const mailer = createSmtpMailer({ url: server.url, from, catching, timeouts: QUICK });
  const taken = () => server.mails.map(({ raw, recipients }) => ({ to: recipients.join(' '), raw }));
  return { mailer, taken };
}

async function openFake(result?: SendResult): Promise<Opened> {
  const { mailer, mails } = createMemoryMailer(result === undefined ? {} : { [letter.to]: [result] });
  return { mailer, taken: () => mails };
}

const refusal: Fault = { at: 'RCPT', reply: '550 5.1.1 no such box' };
const later: Fault = { at: 'RCPT', reply: '450 4.2.1 greylisted' };
const kinds = [
  [
    'fake',
    openFake,
    () => openFake({ result: 'refused', replyCode: 550 }),
    () => openFake({ result: 'deferred', replyCode: 450 }),
  ],
  ['SMTP', () => openReal(), () => openReal([refusal]), () => openReal([later])],
] as const;

describe.each(kinds)('a mailer (%s)', (_name, open, openRefusing, openDeferring) => {
  const send = async ({ mailer }: Opened) =>
    mailer.send({ to: letter.to, raw: await mailer.compose(letter), envelopeId: 'org/d1', mayLeave: claimed });

  it('says nothing of a mail that may not leave', async () => {
    const { mailer, taken } = await open();
    const mail = { to: letter.to, raw: await mailer.compose(letter), envelopeId: 'org/d1' };
    const sent = [Promise.resolve(false), Promise.reject(new Error('the claim failed'))].map((mayLeave) =>
      mailer.send({ ...mail, mayLeave }),
    );
    const deferred = { result: 'deferred', replyCode: null };
    expect(await Promise.all(sent)).toEqual([deferred, deferred]);
    expect(taken()).toEqual([]);
  });

  it('hands over a mail as soon as it may leave, not before', async () => {
    const { mailer, taken } = await open();
    let allow: (may: boolean) => void = () => undefined;
    const mayLeave = new Promise<boolean>((resolve) => (allow = resolve));
    const raw = await mailer.compose(letter);
    const sending = mailer.send({ to: letter.to, raw, envelopeId: 'org/d1', mayLeave });
    await sleep(100);
    expect(taken()).toEqual([]);
    allow(true);
    expect(await sending).toEqual({ result: 'accepted', replyCode: 250 });
    expect(taken()).toHaveLength(1);
  });

  it('composes the same bytes each time', async () => {
    const { mailer } = await open();
    expect((await mailer.compose(letter)).equals(await mailer.compose({ ...letter }))).toBe(true);
  });

  it('delivers those bytes, unchanged, to one recipient', async () => {
    const opened = await open();
    expect(await send(opened)).toEqual({ result: 'accepted', replyCode: 250 });
    const raw = (await opened.mailer.compose(letter)).toString('latin1');
    expect(opened.taken()).toEqual([expect.objectContaining({ to: letter.to, raw })]);
  });

  it('tells a refusal (5xx) from a delay (4xx), with the reply code', async () => {
    expect(await send(await openRefusing())).toEqual({ result: 'refused', replyCode: 550 });
    expect(await send(await openDeferring())).toEqual({ result: 'deferred', replyCode: 450 });
  });

  it.each([
    'dpo@aube.example, other@else.example',
    'dpo@aube.example\r\nBcc: other@else.example',
    '<dpo@aube.example>',
    'Dpo <dpo@aube.example>',
    'dpo',
  ])('refuses to compose for %j, which is not one address', async (to) => {
    await expect((await open()).mailer.compose({ ...letter, to })).rejects.toThrow(RangeError);
  });

  it('lets no subject, name or file name become a header', async () => {
    const { mailer } = await open();
    const attachments = [{ filename: 'a"\r\nX-Evil: 1.pdf', mediaType: 'application/pdf', bytes: Buffer.from('x') }];
    const raw = await mailer.compose({ ...letter, subject: 'Réf.\r\nBcc: other@else.example', attachments });
    const { subject, bcc, headers } = await simpleParser(raw);
    expect([subject, bcc, headers.has('x-evil')]).toEqual(['Réf. Bcc: other@else.example', undefined, false]);
  });
});

describe('the composed mail', () => {
  it('holds text, HTML and the attachment, and says that no machine should answer', async () => {
    const { mailer } = await openReal();
    const parsed = await simpleParser(await mailer.compose(letter));
    expect(parsed.text).toBe(letter.text);
    expect(parsed.html).toBe(letter.html);
    expect(parsed.messageId).toBe(letter.messageId);
    expect(parsed.date).toEqual(letter.date);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
      ['AV-0000-0001_v1.pdf', '%PDF-1.7 é'],
    ]);
  });

  it('is plain ASCII with lines of at most 998 octets, whatever the text', async () => {
    const { mailer } = await openReal();
    const raw = await mailer.compose({ ...letter, text: 'é'.repeat(5000), subject: 'é'.repeat(400) });
    expect(raw.every((byte) => byte < 128)).toBe(true);
    expect(
      Math.max(
        ...raw
          .toString('latin1')
          .split('\r\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(998);
  });
});

describe('the relay', () => {
  const sendTo = async ({ mailer }: Opened, to = letter.to) =>
    mailer.send({ to, raw: await mailer.compose(letter), envelopeId: 'org/d1', mayLeave: claimed });

  it('is asked for delivery status with ENVID, ORCPT and NOTIFY', async () => {
    const server = await startScriptedSmtp();
    stops.push(server.stop);
    await sendTo({ mailer: createSmtpMailer({ url: server.url, from, catching: false }), taken: () => [] });
    const commands = server.mails[0]?.commands.join('\n');
    expect(commands).toMatch(/^MAIL FROM:<vigie@slime.example>.* RET=HDRS ENVID=org\/d1/m);
    expect(commands).toMatch(/^RCPT TO:<dpo@aube.example> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;dpo@aube.example/m);
  });

  it('never makes a mail of the catching server SENT', async () => {
    expect(await sendTo(await openReal([], true))).toEqual({ result: 'caught', replyCode: 250 });
  });

  it.each<[string, Fault, SendResult]>([
    ['a cut before DATA took nothing', { at: 'RCPT', act: 'cut' }, { result: 'deferred', replyCode: null }],
    ['a mute relay took nothing', { at: 'GREETING', act: 'mute' }, { result: 'deferred', replyCode: null }],
    [
      'a relay that denies us may take it later',
      { at: 'GREETING', reply: '554 no' },
      { result: 'deferred', replyCode: 554 },
    ],
    ['a lost final answer is unknown', { at: 'END', act: 'takeAndCut' }, { result: 'unknown', replyCode: null }],
    ['no final answer is unknown', { at: 'END', act: 'mute' }, { result: 'unknown', replyCode: null }],
    ['dripped bytes do not outlive the time-outs', { at: 'END', act: 'drip' }, { result: 'unknown', replyCode: null }],
    [
      'a 552 after the bytes is a refusal',
      { at: 'END', reply: '552 5.2.2 full' },
      { result: 'refused', replyCode: 552 },
    ],
    ['a 451 after the bytes is a delay', { at: 'END', reply: '451 later' }, { result: 'deferred', replyCode: 451 }],
    [
      'a 250 counts though the line is cut after it',
      { at: 'END', act: 'replyAndCut' },
      { result: 'accepted', replyCode: 250 },
    ],
  ])('%s', async (_rule, fault, expected) => {
    expect(await sendTo(await openReal([fault]))).toEqual(expected);
  });

  it('keeps to the time that one attempt has, however long its own time-outs are', async () => {
    const server = await startScriptedSmtp([{ at: 'GREETING', act: 'mute' }]);
    stops.push(server.stop);
    const mailer = createSmtpMailer({ url: server.url, from, catching: false });
    const startedMs = performance.now();
    const raw = await mailer.compose(letter);
    const sent = await mailer.send({ to: letter.to, raw, envelopeId: 'org/d1', timeoutMs: 1_000, mayLeave: claimed });
    expect(sent).toEqual({ result: 'deferred', replyCode: null });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  it('refuses one of two recipients without touching the other', async () => {
    const opened = await openReal([{ ...refusal, recipient: 'second@' }]);
    expect(await sendTo(opened)).toMatchObject({ result: 'accepted' });
    expect(await sendTo(opened, 'second@aube.example')).toMatchObject({ result: 'refused' });
    expect(opened.taken().map(({ to }) => to)).toEqual([letter.to]);
  });

  it('that is not there took nothing', async () => {
    const server = await startScriptedSmtp();
    await server.stop();
    const mailer = createSmtpMailer({ url: server.url, from, catching: false, timeouts: QUICK });
    expect(await sendTo({ mailer, taken: () => [] })).toEqual({ result: 'deferred', replyCode: null });
  });

  it('is never given a recipient that holds a second command', async () => {
    const opened = await openReal();
    const to = 'dpo@aube.example>\r\nRCPT TO:<other@else.example';
    expect(await sendTo(opened, to)).toEqual({ result: 'refused', replyCode: null });
    expect(opened.taken()).toEqual([]);
  });
});
