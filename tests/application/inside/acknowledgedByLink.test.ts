import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { acknowledgeByLink } from '../../../application/guest/acknowledgeByLink';
import { noteNotice } from '../../../application/notice/noteNotice';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { hour, readable } from '../../fakes/threeControllers';

let house: InsideHouse;
let noticeId: string;
beforeEach(async () => {
  house = await createInsideHouse();
  await house.consent();
  noticeId = await house.notified();
  house.clock.now = new Date(hour(1));
});

const who = { name: 'D. Essai', function: 'DPO' };
const byLink = (to = 'dpo@val-temoin.example') => {
  const mail = house.mails.find((one) => one.to === to);
  const [, token = ''] = /\/n\/([\w-]+)/.exec(readable(mail?.raw ?? '')) ?? [];
  return acknowledgeByLink(house.ports, { token, version: 1, ...who });
};

describe('a version that a contact acknowledged to the processor (duty S3-10)', () => {
  it('by its link is known in the case, once, and is not handed back', async () => {
    must(await byLink());
    must(await byLink());
    await house.settle(noticeId, hour(1));
    await house.hand('acknowledgement', '1-c1'); // once more, as after a crash
    const { acknowledged } = (await house.theCase()).processor;
    expect(acknowledged).toMatchObject([{ version: 1, ...who, acknowledgedAt: hour(1), byItself: false }]);
    expect((await house.noticeOf('val')).handed).toMatchObject([
      { what: 'version', id: '1', result: 'taken' },
      { what: 'acknowledgement', id: '1-c1', result: 'taken' },
    ]);
    await house.settleCase();
    expect((await house.noticeOf('val')).acknowledgements).toHaveLength(1);
  });

  it('on the telephone, too', async () => {
    const call = { kind: 'acknowledge', version: 1, contactId: 'c1', via: 'call', ...who } as const;
    must(await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: 'call', command: call } }));
    await house.settle(noticeId, hour(1));
    expect((await house.theCase()).processor.acknowledged).toMatchObject([{ version: 1, ...who }]);
  });

  it('is news to no case that has acknowledged itself, nor a second time by another contact', async () => {
    const own = { kind: 'processor.acknowledge', version: 1, acknowledgedAt: hour(1), name: 'Cléo', function: 'DPO' };
    const input = { caseId: (await house.theCase()).id, key: 'own', command: CaseCommand.parse(own) };
    must(await commandCase({ ctx: house.controller, input }));
    must(await byLink());
    await house.settle(noticeId, hour(1));
    expect((await house.theCase()).processor.acknowledged).toMatchObject([{ name: 'Cléo' }]);
    expect((await house.noticeOf('val')).handed.at(-1)).toMatchObject({ what: 'acknowledgement', result: 'taken' });
  });
});
