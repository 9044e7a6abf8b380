import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { listControllerCases } from '../../../application/controllerCase/readCases';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { sendVersion } from '../../../application/notice/sendVersion';
import { recordParty } from '../../../application/party/recordParty';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let sender: Awaited<ReturnType<typeof createNoticeHouse>>;
let noticeId: string;
let path: string;

const bring = async (version: number) => {
  const input = { noticeId, version, contactId: 'c1' };
  const { text: envelope } = must(await readEnvelope({ ctx: sender.as('ines', ['O']), input }));
  const answers = { receivedAtNow: 'yes', certain: 'yes', text: 'Un classeur est parti.', envelope };
  expect((await door.send('ines', '/cases/received', answers)).status).toBe(303);
};

beforeEach(async () => {
  sender = await createNoticeHouse(T0);
  await becomeAware(sender);
  ({ id: noticeId } = await sender.noticeOf('val'));
  await send(sender, noticeId);
  await sender.settle(noticeId, hour(0));
  night = await createNight();
  night.at(hour(1));
  door = await openNightDoor(night);
  const key = await sender.ports.proofs.notary.verifierKey('o1');
  const record = { role: 'processor' as const, name: 'Slime SAS', key };
  must(await recordParty({ ctx: night.as('sacha'), input: { key: 'party', record } }));
  await bring(1);
  const [one] = must(await listControllerCases({ ctx: night.as('sacha'), input: { limit: 10 } }));
  path = `/cases/${one?.id}`;
  const change = { persons: { amount: 'exact' as const, count: 38 } };
  const input = { caseId: one?.id ?? '', key: 'ours', command: { kind: 'record.change' as const, change } };
  must(await commandCase({ ctx: night.as('sacha'), input }));
});
afterEach(() => door.stop());

async function secondVersion(): Promise<void> {
  const items = { c: { answer: 'value' as const, text: 'foyers', persons: 41, records: 12 } };
  const command = { kind: 'supplement' as const, items };
  must(await sendVersion({ ctx: sender.as('ines', ['O']), input: { noticeId, key: 'more', command } }));
  await sender.settle(noticeId, hour(1));
  await bring(2);
}

describe('what the processor told, on the pages of the case (S3-04)', () => {
  it('stands in the sheet and the record form, with whose words they are, in both languages', async () => {
    const sheet = (await door.read('sacha', `${path}/sheet`)).text;
    expect(sheet).toMatch(/dit par Slime SAS, notification AV-[^ ]+ v1, reçue le/);
    expect(sheet).toContain('d’après l’organisation');
    expect((await door.read('sacha', `${path}/record`)).text).toMatch(/dit par Slime SAS, notification/);
    expect((await door.read('sacha', `${path}/sheet`, 'en')).text).toMatch(
      /told by Slime SAS, notice AV-[^ ]+ v1, received/,
    );
  });

  it('is shown as what it says now where a supplement differs, and is taken over by one form', async () => {
    expect((await door.read('sacha', path)).text).not.toContain('dit maintenant');
    await secondVersion();
    const page = (await door.read('sacha', path)).text;
    expect(page).toContain('Le sous-traitant dit maintenant autre chose sur');
    expect(page).toContain(`href="/o/o1${path}/record-take"`);
    const form = (await door.read('sacha', `${path}/record-take`)).text;
    expect(form).toContain('environ 41');
    expect(form).toContain('Consigné ici\u00a0: 38');
    const [, box = ''] = /name="(fields\.persons[^"]*)"/.exec(form) ?? [];
    expect((await door.send('sacha', `${path}/record-take`, { [box]: 'yes' })).status).toBe(303);
    expect((await door.read('sacha', path)).text).not.toContain('dit maintenant');
    expect((await door.read('sacha', `${path}/sheet`)).text).toMatch(/>41</);
  });
});
