import { beforeEach, describe, expect, it } from '@jest/globals';
import { sendVersion } from '../../../application/notice/sendVersion';
import { isOngoing } from '../../../domain/notice/ongoing';
import { CONTROLLER, createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { hour, send } from '../../fakes/threeControllers';

let house: InsideHouse;
beforeEach(async () => {
  house = await createInsideHouse();
});

describe('a notice within one installation (domain rules 7.4)', () => {
  beforeEach(() => house.consent());

  it('opens the controller’s case by itself, received at the instant it left (E5), and each side says so', async () => {
    const noticeId = await house.notified();
    const notice = await house.noticeOf('val');
    const one = await house.theCase();
    const frozenAt = notice.versions[0]?.frozenAt;
    expect(one).toMatchObject({
      opened: { origin: 'processor', receivedAt: frozenAt, from: 'SLIME' },
      clock: { t0: frozenAt, status: 'confirmed' },
      source: { noticeId },
      told: [{ version: 1, envelopeHash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    expect(notice.handed).toMatchObject([{ what: 'version', id: '1', result: 'taken' }]);
    expect(JSON.stringify(one)).not.toMatch(/\/n\/[\w-]{43}/);
  });

  it('comes to its own controller alone, and to no journal more than was sent', async () => {
    for (const key of ['val', 'aube', 'orme'] as const) {
      const { id } = await house.noticeOf(key);
      must(await send(house, id, `send-${key}`));
      await house.settle(id, hour(0));
    }
    const one = await house.theCase();
    expect(JSON.stringify(one)).not.toMatch(/Aube|Orme|aube-modele|orme\.example/);
    expect(new Set(house.types(CONTROLLER))).toEqual(
      new Set(['party.recorded', 'party.admitted', 'case.opened', 'case.informed']),
    );
    expect(house.types('o1').filter((type) => type.startsWith('case.'))).toEqual([]);
  });

  it('is there once, though the engine dies between the two writes', async () => {
    house.dieBefore('notice.handed', 2);
    const { id } = await house.noticeOf('val');
    must(await send(house, id));
    await expect(house.settle(id, hour(0))).rejects.toThrow('killed');
    await expect(house.settle(id, hour(0))).rejects.toThrow('killed');
    house.clock.now = new Date(hour(1));
    expect(isOngoing(await house.noticeOf('val'))).toBe(true);
    await house.settle(id, hour(1));
    expect((await house.theCase()).told).toHaveLength(1);
    expect((await house.noticeOf('val')).handed).toHaveLength(1);
    expect(house.types(CONTROLLER).filter((type) => type.startsWith('case.'))).toEqual([
      'case.opened',
      'case.informed',
    ]);
  });

  it('tells the same case of a supplement', async () => {
    const noticeId = await house.notified();
    const items = { c: { answer: 'cannotBeDetermined' as const, reason: 'journaux perdus' } };
    const input = { noticeId, key: 'sup', command: { kind: 'supplement' as const, items } };
    must(await sendVersion({ ctx: house.as('ines', ['O']), input }));
    await house.settle(noticeId, hour(0));
    expect((await house.theCase()).told.map(({ kind, version }) => [kind, version])).toEqual([
      ['notice', 1],
      ['supplement', 2],
    ]);
  });

  const ruleOut = (noticeId: string) =>
    house
      .write('incident', 'i1', {
        type: 'breach.ruledOut',
        values: { evidenceRefs: ['EV-1'], reason: 'données fictives' },
      })
      .then(() => house.settle(noticeId, hour(2)));
  const told = async () => (await house.theCase()).told.map(({ kind }) => kind);
  const handed = async () => (await house.noticeOf('val')).handed.map(({ id, result }) => [id, result]);

  it('that is withdrawn tells its case so; where none was opened, there is nothing to take back', async () => {
    await ruleOut(await house.notified());
    expect(await told()).toEqual(['notice', 'withdrawal']);
    house = await createInsideHouse();
    const noticeId = await house.notified();
    await house.consent();
    await ruleOut(noticeId);
    expect([await house.cases(), await handed()]).toEqual([[], [['2', 'refused']]]);
  });

  it('of which only a supplement is handed runs from the version that was sent before (E5)', async () => {
    house = await createInsideHouse();
    const noticeId = await house.notified();
    await house.consent();
    house.clock.now = new Date(hour(30));
    const items = { c: { answer: 'cannotBeDetermined' as const, reason: 'journaux perdus' } };
    const input = { noticeId, key: 'sup', command: { kind: 'supplement' as const, items } };
    must(await sendVersion({ ctx: house.as('ines', ['O']), input }));
    await house.settle(noticeId, hour(30));
    expect(await house.theCase()).toMatchObject({
      opened: { receivedAt: hour(30), knownAt: hour(0) },
      clock: { t0: hour(0), status: 'confirmed' },
    });
  });

  it('that is an incident report tells of no breach, and opens no case (E5)', async () => {
    const touched = [{ agreementId: 'val', role: 'processor' }];
    await house.write('incident', 'i1', { type: 'incident.told', values: { touched, text: 'Un serveur est tombé.' } });
    const opened = must(await house.open('i1'));
    const id = opened.at(-1) ?? '';
    await house.settle(id, hour(1));
    const report = (await house.ports.projections.read('o1', 'notice', id))?.versions;
    expect(report).toMatchObject([{ kind: 'report', inside: null }]);
    expect(await house.cases()).toEqual([]);
  });

  it('is taken though the clock of whoever sent it is a little ahead: it comes as now', async () => {
    house.clock.now = new Date(hour(1));
    const { id } = await house.noticeOf('val');
    must(await send(house, id));
    house.clock.now = new Date(Date.parse(hour(1)) - 5);
    await house.hand('version', '1');
    const now = house.clock.now.toISOString();
    expect(await house.theCase()).toMatchObject({ opened: { receivedAt: now }, clock: { t0: now } });
    expect(await handed()).toEqual([['1', 'taken']]);
  });

  it('with a letter longer than an entry holds is cut, marked, and its characters whole', async () => {
    house.ports.mailer.textOf = async () => `${'a'.repeat(59_999)}😀${'b'.repeat(9)}`;
    await house.notified();
    expect((await house.theCase()).told[0]?.text).toBe(`${'a'.repeat(59_999)}…`);
  });

  it('of an exercise is nobody’s case', async () => {
    house = await createInsideHouse({ exercise: true, optedIn: ['Dominique Essai'] });
    await house.consent();
    await house.notified();
    expect(await house.cases()).toEqual([]);
  });

  it('is refused, and known to be, once the controller lets it in no more; the mail has left all the same', async () => {
    must(await house.admit(false));
    await house.notified();
    const notice = await house.noticeOf('val');
    expect(notice.handed).toMatchObject([{ result: 'refused' }]);
    expect([await house.cases(), notice.delivery]).toEqual([[], 'SENT']);
  });

  it('of a processor that tied it no more is not handed', async () => {
    must(await house.tie(null, 'untie'));
    await house.notified();
    expect([await house.cases(), (await house.noticeOf('val')).handed]).toEqual([[], []]);
  });
});
