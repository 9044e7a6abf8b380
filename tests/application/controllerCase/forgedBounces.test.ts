import { beforeEach, describe, expect, it } from '@jest/globals';
import { receiveBounce } from '../../../application/delivery/receiveBounce';
import { receiveReport } from '../../../application/delivery/receiveReport';
import { forgetLists } from '../../../application/controllerCase/recipientLists';
import { createPersonsHouse, people, type PersonsHouse } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';
import { statusNotice } from '../../fakes/statusNotice';

let house: PersonsHouse;

beforeEach(async () => {
  house = await createPersonsHouse();
  await house.begun(3);
  must(await house.carry());
});

const progress = async () => (await house.lists())[0]?.progress;
const report = (raw: Buffer) =>
  receiveReport({ ctx: { ...house.engine, actor: { kind: 'system', id: 'bounces' } }, input: { raw } });
const unmatched = { ok: false, error: { code: 'report.unmatched' } };

describe('a report of a mail to a person', () => {
  it('that somebody forges for another recipient, or another list, changes nothing: nobody is told twice', async () => {
    const own = house.envelopeOf('p2@b.example');
    const token = own.slice(own.lastIndexOf('.p1-') + 1);
    const { orgId } = house.engine;
    const forged = [
      `${orgId}/${house.caseId}.p1-1`, // as the first versions called them
      `${orgId}/${house.caseId}.p1-${'A'.repeat(20)}`,
      `${own.slice(0, -1)}${own.endsWith('A') ? 'Q' : 'A'}`,
      own.replace('.p1-', '.p2-'),
      `${orgId}/${token}`,
    ];
    for (const envelopeId of forged) {
      const messageId = `<${envelopeId.split('/')[1]}@slime.example>`;
      for (const about of [{ envelopeId }, { messageId }]) {
        const raw = statusNotice({ ...about, action: 'failed' });
        expect(await report(raw)).toEqual(unmatched);
        expect(await receiveBounce(house.engine.ports, raw)).toEqual(unmatched);
      }
    }
    expect(await progress()).toMatchObject({ sent: 3, bounced: 0 });
    expect(await house.upload(people(3))).toMatchObject({ ok: false }); // all were told, none is taken again
  });

  it('is believed of the mail that it names alone, by either of its names', async () => {
    const [, name = ''] = house.envelopeOf('p2@b.example').split('/');
    const raw = statusNotice({ messageId: `<${name}@slime.example>`, action: 'failed' });
    expect(await report(raw)).toMatchObject({ value: { created: true } });
    expect(
      await report(statusNotice({ envelopeId: house.envelopeOf('p2@b.example'), action: 'failed' })),
    ).toMatchObject({ value: { created: false } });
    expect(await progress()).toMatchObject({ sent: 3, bounced: 1 });
    expect(must(await house.upload(people(3)))).toMatchObject({ count: 1, toldBefore: 2 });
  });

  it('of a list that is gone is one about nothing', async () => {
    const raw = statusNotice({ envelopeId: house.envelopeOf('p2@b.example'), action: 'failed' });
    await forgetLists(house.engine, house.caseId);
    expect(await report(raw)).toEqual(unmatched);
  });

  it('put off and sent again, a mail has the same name', async () => {
    const second = await createPersonsHouse();
    const { send } = second.engine.ports.mailer;
    const names: string[] = [];
    second.engine.ports.mailer.send = async (mail) => {
      if (!mail.to.endsWith('@b.example') || !(await mail.mayLeave)) return send(mail);
      names.push(mail.envelopeId);
      return { result: 'deferred', replyCode: null };
    };
    await second.begun(1);
    must(await second.carry());
    second.later(60_000);
    must(await second.carry());
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
  });
});
