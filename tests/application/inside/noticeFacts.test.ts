import { beforeEach, describe, expect, it } from '@jest/globals';
import { readMail } from '../../../adapters/mail/readMail';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { recordParty } from '../../../application/party/recordParty';
import { sendVersion } from '../../../application/notice/sendVersion';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { processorDiffers } from '../../../domain/controllerCase/processorSays';
import { createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { hour } from '../../fakes/threeControllers';

let house: InsideHouse;
let noticeId: string;

beforeEach(async () => {
  house = await createInsideHouse();
});

const theCase = async () =>
  must(await readControllerCase({ ctx: house.controller, input: { caseId: (await house.theCase()).id } }));

async function supplement(persons: number): Promise<void> {
  const items = { c: { answer: 'value' as const, text: 'foyers', persons, records: 12 } };
  const command = { kind: 'supplement' as const, items };
  must(await sendVersion({ ctx: house.as('ines', ['O']), input: { noticeId, key: `more-${persons}`, command } }));
  await house.settle(noticeId, hour(0));
}

const command = async (one: Parameters<typeof commandCase>[0]['input']['command'], key: string) =>
  must(await commandCase({ ctx: house.controller, input: { caseId: (await house.theCase()).id, key, command: one } }));

/** The proof in the mail to the controller, as its file. */
async function mailedProof(version: number): Promise<string> {
  const sent = house.mails.find(({ to, raw }) => to.endsWith('val-temoin.example') && raw.includes(`-v${version}.pdf`));
  const { attachments } = await readMail(Buffer.from(sent?.raw ?? '', 'latin1'));
  return attachments.at(-1)?.bytes.toString('utf8') ?? '';
}

describe('what a sealed notice says as values (S3-04)', () => {
  it('fills the record of the case that it opens by itself, and a supplement never overwrites it', async () => {
    await house.consent();
    noticeId = await house.notified();
    const first = await theCase();
    expect(first.takenFrom).toMatchObject({ description: 'notice', otherBodies: 'notice', foundBy: 'notice' });
    expect(first.record.otherBodies).toMatchObject([{ name: 'SLIME', role: 'processor', alertedAt: hour(0) }]);
    await supplement(40);
    expect((await theCase()).record).toMatchObject({
      persons: { amount: 'approx', count: 40 },
      records: { amount: 'approx', count: 12 },
    });

    await command({ kind: 'record.change', change: { persons: { amount: 'exact', count: 38 } } }, 'ours');
    await supplement(41);
    const one = await theCase();
    expect(one.record.persons).toEqual({ amount: 'exact', count: 38 });
    expect(processorDiffers(one)).toMatchObject([{ field: 'persons', version: 3 }]);
    await command({ kind: 'record.take', fields: ['persons'], version: 3 }, 'take');
    expect((await theCase()).record.persons).toEqual({ amount: 'approx', count: 41 });
  });

  it('comes with the proof of a mail, taken in where nothing passes by itself', async () => {
    await house.consent();
    noticeId = await house.notified();
    const ctx = { ...house.controller, orgId: 'ailleurs' };
    const record = { role: 'processor' as const, name: 'Slime SAS', key: await house.keyOf('o1') };
    must(await recordParty({ ctx, input: { key: 'party', record } }));
    const input = ReceiveNotice.parse({ envelope: await mailedProof(1), receivedAt: hour(0), text: 'du courriel' });
    const { id: caseId } = must(await receiveNotice({ ctx, input }));
    const { record: told, takenFrom } = must(await readControllerCase({ ctx, input: { caseId } }));
    expect(takenFrom).toMatchObject({ description: 'notice' });
    expect(told.otherBodies).toMatchObject([{ name: 'Slime SAS', alertedAt: hour(0) }]);
  });

  it('is one by whichever way, and counts only as it was sealed', async () => {
    await house.consent();
    noticeId = await house.notified();
    const envelope = await mailedProof(1);
    const { id } = await house.theCase();
    const input = ReceiveNotice.parse({ envelope, receivedAt: hour(0), text: 'du courriel' });
    must(await receiveNotice({ ctx: house.controller, input }));
    expect(house.types('val-temoin').filter((type) => type === 'case.informed')).toHaveLength(1);
    expect((await house.theCase()).id).toBe(id);
    const forged = envelope.replace('"description":"', '"description":"Autre. ');
    expect(await receiveNotice({ ctx: house.controller, input: { ...input, envelope: forged } })).toMatchObject({
      error: { issues: [{ pointer: '/envelope' }] },
    });
  });
});
