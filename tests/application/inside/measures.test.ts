import { beforeEach, describe, expect, it } from '@jest/globals';
import { appendEvent } from '../../../application/entries/appendEvent';
import { CONTROLLER, createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { measuresOn } from '../../fakes/insideMeasure';
import { must } from '../../fakes/realHouse';
import { hour } from '../../fakes/threeControllers';

let house: InsideHouse;
let noticeId: string;
let on: ReturnType<typeof measuresOn>;
beforeEach(async () => {
  house = await createInsideHouse();
  on = measuresOn(house);
});

describe('a measure proposed to a controller of the same installation (S3-05)', () => {
  beforeEach(async () => {
    await house.consent();
    noticeId = await house.notified();
    house.clock.now = new Date(hour(1));
    await on.propose();
    await house.settle(noticeId, hour(1));
    house.clock.now = new Date(hour(1.2));
  });

  it('comes to its case with the same limit; DPO and management there are told at once', async () => {
    const one = await house.theCase();
    expect(one.processor.measures).toMatchObject([
      { id: 'm1', state: 'PROPOSED', what: 'Fermer l’accès des partenaires.', dueAt: hour(5), urgent: true },
    ]);
    await house.settleCase();
    expect((await house.theCase()).reminded).toContainEqual(expect.objectContaining({ ladder: 'measure', step: 1 }));
  });

  it.each([
    ['agreed', null, 'AGREED'],
    ['objected', 'Les soins en dépendent.', 'OBJECTED'],
    ['changed', 'Fermer la nuit.', 'CHANGED'],
  ] as const)('answered there as %s, it is %s: each journal has its own entry', async (verdict, text, state) => {
    await on.answer(verdict, text);
    await house.settleCase();
    const [here] = (await house.theCase()).processor.measures;
    const [there] = (await house.noticeOf('val')).measures;
    expect([here?.state, there?.state]).toEqual([state, state]);
    expect(there).toMatchObject({ verdict: { text, name: 'Cléo', function: 'DPO' }, answered: { via: 'account' } });
    expect((await house.theCase()).processor.handed).toMatchObject([{ result: 'taken' }]);
    await house.settleCase();
    const entries = house.journal.entries.filter(({ type }) => type === 'notice.measureAnswered');
    expect(entries).toHaveLength(1);
  });

  it('taken urgently meanwhile is said there, with why; a word that comes after is known to be refused', async () => {
    await on.takeUrgently();
    await on.answer('objected', 'Trop tard ?');
    await house.settle(noticeId, hour(1.2));
    expect((await house.noticeOf('val')).handed).toContainEqual(
      expect.objectContaining({ what: 'taking', result: 'refused' }),
    );
    await house.settleCase();
    expect((await house.theCase()).processor.handed).toMatchObject([{ result: 'refused' }]);
    expect((await house.noticeOf('val')).measures).toMatchObject([{ state: 'TAKEN_URGENTLY' }]);
  });

  it('taken urgently is handed with its reason', async () => {
    await on.takeUrgently();
    await house.settle(noticeId, hour(1.2));
    expect((await house.theCase()).processor.measures).toMatchObject([
      { state: 'TAKEN_URGENTLY', taken: { reason: 'Les données sortaient.' } },
    ]);
  });

  it.each([
    ['link', 'agreed', null, 'AGREED'],
    ['link', 'objected', 'Les soins en dépendent.', 'OBJECTED'],
    ['call', 'changed', 'Fermer la nuit.', 'CHANGED'],
  ] as const)('a word by %s (%s) comes to its case: both journals agree', async (via, verdict, text, state) => {
    await on.hear(via, verdict, text);
    await house.settle(noticeId, hour(1.2));
    const [here] = (await house.theCase()).processor.measures;
    const [there] = (await house.noticeOf('val')).measures;
    expect([here?.state, there?.state]).toEqual([state, state]);
    expect(here).toMatchObject({ verdict: { text, name: 'D. Essai', function: 'DPO' }, answered: { via } });
    expect((await house.noticeOf('val')).handed.map(({ what, result }) => `${what} ${result}`)).toEqual([
      'version taken',
      'proposal taken',
      'verdict taken',
    ]);
    await house.settleCase(); // it is not handed back
    expect((await house.theCase()).processor.handed).toEqual([]);
    await house.hand('verdict', 'm1');
    const entries = house.types('o1').filter((type) => type === 'notice.measureAnswered');
    const told = house.types('val-temoin').filter((type) => type === 'processor.measureAnswered');
    expect([entries, told]).toEqual([['notice.measureAnswered'], ['processor.measureAnswered']]);
  });

  it('a word of the case that comes after one by link yields to it, and is known to be refused', async () => {
    await on.hear('link', 'objected', 'Les soins en dépendent.');
    await on.answer('agreed');
    await house.settleCase();
    expect((await house.theCase()).processor.handed).toMatchObject([{ result: 'refused' }]);
    await house.settle(noticeId, hour(1.2));
    const [here] = (await house.theCase()).processor.measures;
    expect(here).toMatchObject({ state: 'OBJECTED', verdict: { text: 'Les soins en dépendent.' } });
    expect((await house.noticeOf('val')).measures).toMatchObject([{ state: 'OBJECTED' }]);
  });

  it('is there once, though the engine dies between the two writes', async () => {
    house.dieBefore('processor.handed', 1);
    await on.answer('agreed');
    await expect(house.settleCase()).rejects.toThrow('killed');
    await house.settleCase();
    expect(house.journal.entries.filter(({ type }) => type === 'notice.measureAnswered')).toHaveLength(1);
  });
});

describe('a measure that was settled before it is handed', () => {
  beforeEach(async () => {
    await house.consent();
    noticeId = await house.notified();
    house.clock.now = new Date(hour(1));
    await on.propose();
    house.clock.now = new Date(hour(2));
  });
  const come = async () => {
    await house.settle(noticeId, hour(6));
    house.clock.now = new Date(hour(6));
    await house.settleCase();
    const { processor, reminded } = await house.theCase();
    const { handed } = await house.noticeOf('val');
    return {
      states: processor.measures.map(({ state }) => state),
      asked: reminded.filter(({ ladder }) => ladder === 'measure').length,
      handed: handed.filter(({ what }) => what !== 'version').map(({ what, result }) => `${what} ${result}`),
    };
  };
  const told = () =>
    house.journal.entries
      .filter(({ orgId, type }) => orgId === CONTROLLER && type.startsWith('processor.measure'))
      .map(({ type, at }) => `${type} ${at}`);

  it('by a word is there with it, each at its own instant: nobody is asked for a word that was given', async () => {
    await on.hear('call', 'objected', 'Les soins en dépendent.');
    await house.hand('proposal', 'm1');
    await house.settleCase();
    expect(await come()).toEqual({ states: ['OBJECTED'], asked: 0, handed: ['proposal taken', 'verdict taken'] });
    expect(told()).toEqual([`processor.measureProposed ${hour(1)}`, `processor.measureAnswered ${hour(2)}`]);
  });

  it('by being taken urgently is there as taken', async () => {
    await on.takeUrgently();
    await house.hand('proposal', 'm1');
    await house.settleCase();
    expect(await come()).toEqual({ states: ['TAKEN_URGENTLY'], asked: 0, handed: ['proposal taken', 'taking taken'] });
    expect(told()).toEqual([`processor.measureProposed ${hour(1)}`, `processor.measureTaken ${hour(2)}`]);
  });

  it('is no news to a case that was closed since; what still waits for a word is', async () => {
    await on.hear('link', 'agreed', null);
    house.clock.now = new Date(hour(3));
    await close();
    expect(await come()).toEqual({ states: [], asked: 0, handed: ['proposal refused', 'verdict refused'] });
    expect(told()).toEqual([]);
    await on.propose({ measureId: 'm2' }, 'second');
    expect(await come()).toMatchObject({ states: ['PROPOSED'], asked: 1 });
  });

  async function close() {
    const { id, revision } = await house.theCase();
    must(
      await appendEvent(house.controller, {
        subject: { kind: 'controllerCase', id },
        key: 'closed',
        event: { type: 'case.closed', values: { lessons: null } },
        standing: { kind: 'decision', revision: revision + 1 },
      }),
    );
  }
});
