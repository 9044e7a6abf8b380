import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { readMail } from '../../../adapters/mail/readMail';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { readEnvelope } from '../../../domain/controllerCase/envelope';
import { createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { hour, send } from '../../fakes/threeControllers';

/** The attachments of the mail of version 1 to each contact of a controller. */
async function attachedTo({ mails }: InsideHouse, domain: string) {
  const sent = mails.filter(({ to, raw }) => to.endsWith(domain) && raw.includes('-v1.pdf'));
  return Promise.all(sent.map(async ({ raw }) => (await readMail(Buffer.from(raw, 'latin1'))).attachments));
}

it('the mail of a tied contract carries the signed proof of its PDF, and that of no other contract does', async () => {
  const house = await createInsideHouse();
  await house.consent();
  await house.notified();
  for (const key of ['aube', 'orme'] as const) {
    const { id } = await house.noticeOf(key);
    must(await send(house, id, `send-${key}`));
    await house.settle(id, hour(0));
  }
  const [attached = []] = await attachedTo(house, 'val-temoin.example');
  const [pdf, proof] = attached;
  const { reference } = (await house.noticeOf('val')).opened;
  expect(attached.map(({ filename }) => filename)).toEqual([`${reference}-v1.pdf`, `${reference}-v1.envelope.jsonl`]);
  const sha256 = createHash('sha256')
    .update(pdf?.bytes ?? '')
    .digest('hex');
  expect(readEnvelope(proof?.bytes.toString('utf8') ?? '')).toMatchObject({
    header: { notice: { reference, version: 1 }, documents: [{ mediaType: 'application/pdf', sha256 }] },
  });
  for (const domain of ['aube-modele.example', 'orme.example']) {
    const others = await attachedTo(house, domain);
    expect(others.flat().filter(({ filename }) => filename.includes('envelope'))).toEqual([]);
  }
});

it('the proof of a mail, taken in as a file, is the version that came by itself: one, by whichever envelope', async () => {
  const house = await createInsideHouse();
  await house.consent();
  await house.notified();
  const [attached = []] = await attachedTo(house, 'val-temoin.example');
  const envelope = attached.at(-1)?.bytes.toString('utf8') ?? '';
  const before = await house.theCase();
  house.clock.now = new Date(hour(1));
  const input = ReceiveNotice.parse({ envelope, receivedAt: hour(1), text: 'du courriel' });
  const taken = must(await receiveNotice({ ctx: house.controller, input }));
  expect([taken.id, taken.created]).toEqual([before.id, false]);
  expect((await house.theCase()).told).toEqual(before.told);
  const forged = ReceiveNotice.parse({ ...input, envelope: envelope.replace('"version":1', '"version":2') });
  expect(await receiveNotice({ ctx: house.controller, input: forged })).toMatchObject({ ok: false });
});
