import { beforeEach, describe, expect, it } from '@jest/globals';
import { listNow } from '../../../application/overview/listNow';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let house: House;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
});

const suspectAgain = async () => {
  await house.write('incident', 'i1', {
    type: 'breach.suspected',
    values: {
      t0: T0,
      nature: ['availability'],
      touched: [{ agreementId: 'val', role: 'processor' }],
      ownProcessing: false,
      basis: 'un second accès',
    },
  });
  await house.open('i1');
};
const ruleOut = () =>
  house.write('incident', 'i1', { type: 'breach.ruledOut', values: { evidenceRefs: ['EV-1'], reason: 'fictif' } });

const noticesOfVal = async () =>
  (await house.ports.projections.list('o1', 'notice', { limit: 100 }))
    .filter(({ opened }) => opened.agreementId === 'val')
    .toReversed();

/** What became of each notice to Val Témoin, oldest first, once the engine has looked at them again. */
async function whenTheEngineIsBack() {
  for (const { id } of await noticesOfVal()) await house.settle(id, hour(23.5));
  return (await noticesOfVal()).map(({ versions, life }) => [life, ...versions.map(({ kind }) => kind)]);
}

describe('a breach that is ruled out and suspected again before the engine has looked', () => {
  it('is told by the new notice alone, where nothing had been sent', async () => {
    await ruleOut();
    await suspectAgain();
    expect(await whenTheEngineIsBack()).toEqual([['CLOSED'], ['OPEN', 'protective']]);
  });

  it('has the notice that was sent withdrawn, and the new one leaves', async () => {
    const [first] = await noticesOfVal();
    await send(house, first?.id ?? '');
    await house.settle(first?.id ?? '', hour(0.1));
    await ruleOut();
    await suspectAgain();
    expect(await whenTheEngineIsBack()).toEqual([
      ['WITHDRAWN', 'initial', 'withdrawal'],
      ['OPEN', 'protective'],
    ]);
  });

  it('stands on the list of what burns as it is now, with the call that the withdrawal still owes', async () => {
    const [first] = await noticesOfVal();
    await send(house, first?.id ?? '');
    await house.settle(first?.id ?? '', hour(0.1));
    await ruleOut();
    await suspectAgain();
    for (const { id } of await noticesOfVal()) await house.settle(id, hour(0.2));
    const now = await listNow({ ctx: house.as('paul', ['IM']) });
    if (!now.ok) throw new Error(now.error.code);
    const { cases, incidents } = now.value;
    expect(incidents.get('i1')?.clock.status).toBe('provisional');
    const ofVal = cases.filter(({ notice }) => notice.opened.agreementId === 'val');
    expect(ofVal.map(({ notice }) => notice.life).toSorted()).toEqual(['OPEN', 'WITHDRAWN']);
  });

  it('stays told by the new notice, however often it is ruled out', async () => {
    for (let times = 0; times < 3; times += 1) {
      await ruleOut();
      await suspectAgain();
    }
    expect(await whenTheEngineIsBack()).toEqual([['CLOSED'], ['CLOSED'], ['CLOSED'], ['OPEN', 'protective']]);
  });
});
