import { beforeEach, describe, expect, it } from '@jest/globals';
import { deliverAtOnce } from '../../../application/notice/deliverAtOnce';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
});

const outside = () => house.mails.filter(({ to }) => to.endsWith('val-temoin.example')).map(({ to }) => to);
const asSender = () => house.as('ines', ['O']);

describe('delivery at once', () => {
  it('sends what a person has just frozen, each mail once, whoever comes after', async () => {
    await send(house, noticeId);
    await Promise.all([deliverAtOnce(asSender(), noticeId), deliverAtOnce(asSender(), noticeId)]);
    await house.settle(noticeId, hour(0));
    await deliverAtOnce(asSender(), noticeId);
    expect(outside().toSorted()).toEqual(['astreinte@val-temoin.example', 'dpo@val-temoin.example']);
    expect((await house.noticeOf('val')).delivery).toBe('SENT');
  });

  it('does nothing where nothing was frozen: it never makes the notice leave by itself', async () => {
    await deliverAtOnce(asSender(), noticeId);
    expect(house.mails).toEqual([]);
    expect((await house.noticeOf('val')).versions).toEqual([]);
  });

  it('is content with a notice that is not there', async () => {
    await expect(deliverAtOnce(asSender(), 'nowhere')).resolves.toBeUndefined();
  });
});
