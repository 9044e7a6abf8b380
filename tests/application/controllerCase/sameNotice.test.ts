import { beforeEach, describe, expect, it } from '@jest/globals';
import { openCase } from '../../../application/controllerCase/openCase';
import { listControllerCases } from '../../../application/controllerCase/readCases';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { recordParty } from '../../../application/party/recordParty';
import type { Context } from '../../../application/ports/ports';
import { OpenCase } from '../../../domain/controllerCase/commands';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { mayBeSame } from '../../../domain/controllerCase/joinable';
import { hasProcessor, unacknowledged } from '../../../domain/controllerCase/processor';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

type House = Awaited<ReturnType<typeof createNoticeHouse>>;
let house: House;
let noticeId: string;
let controller: Context;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
  await send(house, noticeId);
  await house.settle(noticeId, hour(0));
  controller = { ...house.as('cleo', ['DPO']), orgId: 'val-temoin' };
  house.clock.now = new Date(hour(1));
  const record = { role: 'processor' as const, name: 'SLIME', key: await house.ports.proofs.notary.verifierKey('o1') };
  must(await recordParty({ ctx: controller, input: { key: 'party', record } }));
});

const envelope = async (version = 1) =>
  must(await readEnvelope({ ctx: house.as('ines', ['O']), input: { noticeId, version, contactId: 'c1' } })).text;
const receive = async (more: Partial<ReceiveNotice> = {}) => {
  const said = { envelope: await envelope(), receivedAt: hour(1), text: 'Un classeur est parti.', ...more };
  return receiveNotice({ ctx: controller, input: ReceiveNotice.parse(said) });
};
const cases = async () => must(await listControllerCases({ ctx: controller, input: { limit: 10 } }));

let counter = 0;
async function byHand(more: Partial<OpenCase> = {}): Promise<string> {
  counter += 1;
  const said = { origin: 'processor', receivedAt: hour(0.2), from: 'Slime', text: 'Par téléphone.', certain: true };
  const opening = OpenCase.parse({ ...said, ...more });
  return must(await openCase({ ctx: controller, input: { key: `hand-${counter}`, opening } })).id;
}

describe('a notice that was keyed in by hand, and its signed envelope that comes later', () => {
  it('are one case where a person says so: both entries stand, and no clock moves later', async () => {
    const caseId = await byHand();
    expect(must(await receive({ caseId })).id).toBe(caseId);
    const [one, ...more] = await cases();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      clock: { t0: hour(0.2) },
      source: { noticeId },
      told: [
        { text: 'Par téléphone.', envelopeHash: null },
        { version: 1, from: 'SLIME', envelopeHash: expect.any(String) },
      ],
    });
    const entries = await house.journal.readSubject('val-temoin', { kind: 'controllerCase', id: caseId }, 0);
    expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['case.opened', 'case.told']));
  });

  it.each(['own', 'thirdParty', 'authority'] as const)(
    'are one case where it was known by another way (%s): the earlier hour binds, and its processor can be asked',
    async (origin) => {
      const caseId = await byHand({ origin, from: 'Vu ici' });
      must(await receive({ caseId }));
      const [one, ...more] = await cases();
      expect(more).toEqual([]);
      if (one === undefined) throw new Error('no case');
      expect([one.clock.t0, one.source?.noticeId]).toEqual([hour(0.2), noticeId]);
      expect([hasProcessor(one), unacknowledged(one)]).toEqual([true, [1]]);
      expect(must(await receive()).created).toBe(false);
    },
  );

  it('an earlier receipt than was keyed in binds at once', async () => {
    const caseId = await byHand({ receivedAt: hour(0.9) });
    must(await receive({ caseId, receivedAt: hour(0.4) }));
    expect(await cases()).toMatchObject([{ clock: { t0: hour(0.4) } }]);
  });

  it('later versions go there by themselves, and the same bytes again change nothing', async () => {
    const caseId = await byHand();
    must(await receive({ caseId }));
    expect(must(await receive()).created).toBe(false);
    const all = await Promise.all([receive({ caseId }), receive()]);
    expect(all.map((one) => must(one).id)).toEqual([caseId, caseId]);
    expect((await cases())[0]?.told).toHaveLength(2);
  });

  it('without a word, two: nothing is guessed', async () => {
    await byHand();
    must(await receive());
    expect(await cases()).toHaveLength(2);
  });

  it.each([
    ['a case that is not here', async () => 'nowhere', 'is no case here'],
    ['a drill', async () => byHand({ exercise: true }), 'is a case of an exercise'],
  ])('is not joined to %s', async (_which, make, message) => {
    expect(await receive({ caseId: await make() })).toMatchObject({
      error: { issues: [{ pointer: '/caseId', message: expect.stringContaining(message) }] },
    });
  });

  it('has a case of its own already: another is refused', async () => {
    must(await receive());
    expect(await receive({ caseId: await byHand() })).toMatchObject({
      error: { issues: [{ pointer: '/caseId', message: 'its notice has a case of its own here' }] },
    });
  });

  it('is asked about while the case is open and not old', async () => {
    await byHand();
    const [one] = await cases();
    if (one === undefined) throw new Error('no case');
    const days = (count: number) => new Date(Date.parse(hour(0.2)) + count * 86_400_000);
    expect([1, 31].map((count) => mayBeSame(one, days(count)))).toEqual([true, false]);
    must(await receive({ caseId: one.id }));
    expect((await cases()).map((after) => mayBeSame(after, days(1)))).toEqual([false]);
  });
});
