import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoDocuments } from '../../../adapters/documents/documents';
import { openKeyRing } from '../../../adapters/documents/keyRing';
import { createSubjectKeys } from '../../../adapters/documents/subjectKeys';
import { createMailboxStore } from '../../../adapters/mail/mailboxStore';
import { createSmtpMailer } from '../../../adapters/mail/smtp';
import { createStayingMailer } from '../../../adapters/mail/stayingMailer';
import type { Documents } from '../../../application/ports/documents';
import type { CatchStore, Mailbox } from '../../../application/ports/mailbox';
import type { Letter } from '../../../application/ports/mailer';
import { envelopeIdOf } from '../../../domain/delivery/envelopeId';
import { newId } from '../../../runtime/newId';
import { startCatchingSmtp, type CatchingSmtp } from '../../../runtime/servers/catchingSmtp';
import { startScriptedSmtp } from '../../fakes/scriptedSmtp';
import { startMongo } from '../../fakes/servers';

const letter: Letter = {
  to: 'dpo@val-temoin.example',
  subject: 'Notification, réf. AV-1',
  text: 'À ce stade.\n\nhttps://vigie.example/n/secret\n',
  html: '<p>À ce stade.</p>',
  attachments: [{ filename: 'AV-1.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }],
  messageId: '<d1@vigie.invalid>',
  date: new Date('2026-03-27T09:20:00Z'),
};

let mongo: Awaited<ReturnType<typeof startMongo>>;
let folder: string;
let documents: Documents;
let mailbox: Mailbox & CatchStore;
let server: CatchingSmtp;
beforeAll(async () => {
  mongo = await startMongo();
  folder = await mkdtemp(join(tmpdir(), 'vigie-mailbox-'));
  const keys = createSubjectKeys(mongo.db, await openKeyRing(folder));
  documents = await createMongoDocuments(mongo.db, keys);
  const now = () => new Date();
  mailbox = await createMailboxStore(mongo.db, { keys, documents, now, newId: () => newId(now()) });
  server = await startCatchingSmtp({ port: 0, store: mailbox });
});
afterAll(async () => {
  await server.stop();
  await mongo.stop();
  await rm(folder, { recursive: true });
});

const mayLeave = Promise.resolve(true);
const mailer = () =>
  createSmtpMailer({ url: server.url, from: { name: 'Vigie', address: 'vigie@slime.example' }, catching: true });

async function send(orgId: string, subject = letter.subject): Promise<Buffer> {
  const raw = await mailer().compose({ ...letter, subject });
  const envelopeId = envelopeIdOf(orgId, 'd1');
  expect(await mailer().send({ to: letter.to, raw, envelopeId, mayLeave })).toEqual({
    result: 'caught',
    replyCode: 250,
  });
  return raw;
}

const firstPage = (orgId: string) => mailbox.list(orgId, { before: null, limit: 10 });

describe('the catching server', () => {
  it('keeps a mail for its organisation alone, with its text, links and attachments', async () => {
    const [org, other] = [randomUUID(), randomUUID()];
    await send(org);
    const [mail] = await firstPage(org);
    expect(mail).toMatchObject({ to: letter.to, subject: letter.subject });
    expect(await mailbox.read(org, mail?.id ?? '')).toMatchObject({
      from: '"Vigie" <vigie@slime.example>',
      date: '2026-03-27T09:20:00.000Z',
      text: letter.text,
      attachments: [{ filename: 'AV-1.pdf', mediaType: 'application/pdf', size: 8 }],
    });
    expect((await mailbox.attachment(org, mail?.id ?? '', 0))?.bytes).toEqual(Buffer.from('%PDF-1.7'));
    expect(await mailbox.attachment(org, mail?.id ?? '', 1)).toBeNull();
    expect(await firstPage(other)).toEqual([]);
    expect(await mailbox.read(other, mail?.id ?? '')).toBeNull();
  });

  it('shows the newest first, page by page', async () => {
    const org = randomUUID();
    for (const subject of ['1', '2', '3']) await send(org, subject);
    const page = await mailbox.list(org, { before: null, limit: 2 });
    const next = await mailbox.list(org, { before: page[1]?.id ?? null, limit: 2 });
    expect([...page, ...next].map(({ subject }) => subject)).toEqual(['3', '2', '1']);
  });

  it('forgets a mail with the notice that it told of', async () => {
    const org = randomUUID();
    const bytes = await mailer().compose(letter);
    await documents.put(org, 'n1', { address: letter.to, mediaType: 'message/rfc822', bytes });
    expect((await send(org)).equals(bytes)).toBe(true);
    expect(await firstPage(org)).toHaveLength(1);
    await documents.forget(org, 'n1');
    expect(await firstPage(org)).toEqual([]);
  });

  it('keeps what stays whatever relay is set, and the relay hears of the rest alone', async () => {
    const [org, demonstration, unread] = [randomUUID(), randomUUID(), randomUUID()];
    const faults: unknown[] = [];
    const relay = await startScriptedSmtp([]);
    const from = { name: 'Vigie', address: 'vigie@slime.example' };
    const sending = createStayingMailer(createSmtpMailer({ url: relay.url, from, catching: false }), {
      stays: async (orgId) => {
        if (orgId === unread) throw new Error('away');
        return orgId === demonstration;
      },
      store: mailbox,
      onFault: (error) => faults.push(error),
    });
    const raw = await sending.compose(letter);
    const sent = async (orgId: string, may = true) => {
      const parcel = { to: letter.to, raw, envelopeId: envelopeIdOf(orgId, 'd1') };
      return (await sending.send({ ...parcel, mayLeave: Promise.resolve(may) })).result;
    };
    expect([await sent(demonstration), await sent(demonstration, false), await sent(org)]).toEqual([
      'caught',
      'deferred',
      'accepted',
    ]);
    expect([faults.length, await sent(unread), faults.length]).toEqual([0, 'deferred', 1]);
    expect([await firstPage(demonstration), await firstPage(org)].map(({ length }) => length)).toEqual([1, 0]);
    await relay.stop();
  });

  it('lays no text and no address open in the database', async () => {
    const org = randomUUID();
    await send(org);
    const rows = JSON.stringify(await mongo.db.collection('caughtMails').find({ orgId: org }).toArray());
    expect(rows).toContain(org);
    expect(rows).not.toMatch(/val-temoin|AV-1|vigie\.example/);
  });

  it('refuses a mail that no organisation could read', async () => {
    const raw = await mailer().compose(letter);
    const sent = await mailer().send({ to: letter.to, raw, envelopeId: 'none', mayLeave });
    expect(sent).toEqual({ result: 'refused', replyCode: 550 });
  });

  it('does not say that it took what it could not store', async () => {
    const failing = await startCatchingSmtp({ port: 0, store: { keep: () => Promise.reject(new Error('down')) } });
    const from = { name: 'Vigie', address: 'vigie@slime.example' };
    const broken = createSmtpMailer({ url: failing.url, from, catching: true });
    const raw = await broken.compose(letter);
    const sent = await broken.send({ to: letter.to, raw, envelopeId: envelopeIdOf('org', 'd1'), mayLeave });
    expect(sent).toEqual({ result: 'deferred', replyCode: 451 });
    await failing.stop();
  });
});
