import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadCase } from '../../../application/notice/readCase';
import { toldBySubsOf } from '../../../application/notice/subsInLetter';
import { type ChainHouse, createChainHouse, SUB, UPPER } from '../../fakes/chainHouse';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { hour, readable } from '../../fakes/threeControllers';

let house: ChainHouse;

/** The sub-processor's notice touches two of our clients; it says 412 persons. */
async function told() {
  const noticeId = await house.subLearns(hour(0));
  house.clock.now = new Date(hour(3));
  must(await house.send(SUB, noticeId, { kind: 'send', items }));
  await house.settleOf(SUB, noticeId);
}

beforeEach(async () => {
  house = await createChainHouse();
});

describe('a sub-processor’s total of several clients (domain rules 7.5)', () => {
  it('is told to none as its own: the protective notice says by itself that item c follows', async () => {
    await told();
    house.clock.now = new Date(hour(26.9));
    const { id } = await house.noticeUnder(UPPER, 'val');
    await house.settleOf(UPPER, id);
    const read = must(await loadCase(house.engineOf(UPPER), id));
    const [version] = read.notice.versions;
    expect(version?.items?.c).toEqual({ answer: 'toFollow', eta: null });
    const also = toldBySubsOf(read, version?.items ?? items)[0]?.also.find(({ item }) => item === 'c')?.text;
    expect(also).toContain('bénéficiaires');
    expect(also).toContain('la part qui vous concerne reste à établir');
    expect(house.mails.map(({ raw }) => readable(raw)).join('\n')).not.toContain('environ : 412');
  });

  it('is said no more once a person has split the numbers', async () => {
    await told();
    const { id } = await house.noticeUnder(UPPER, 'val');
    const c = { answer: 'value' as const, text: 'bénéficiaires', persons: 30, records: 40 };
    must(await house.send(UPPER, id, { kind: 'send', items: { ...items, c } }));
    const read = must(await loadCase(house.engineOf(UPPER), id));
    const [told1] = toldBySubsOf(read, read.notice.versions[0]?.items ?? items);
    expect(told1?.also.find(({ item }) => item === 'c')?.text ?? '').not.toContain('peut porter sur plusieurs clients');
  });
});
