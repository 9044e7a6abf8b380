import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { countBounces } from '../../../application/controllerCase/countBounces';
import { receiveReport } from '../../../application/delivery/receiveReport';
import { readStatistics } from '../../../application/register/readStatistics';
import { wholeRegister } from '../../../domain/register/filter';
import { DAY_MS, HOUR_MS } from '../../../domain/shared/instant';
import { createDuties } from '../../../worker/relay/createDuties';
import { commands } from '../../fakes/caseStory';
import { createPersonsHouse, type PersonsHouse, received } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';
import { statusNotice } from '../../fakes/statusNotice';

let house: PersonsHouse;

beforeEach(async () => {
  house = await createPersonsHouse();
  await house.begun(3);
  must(await house.carry());
});

/** The mail to the so manieth of the list came back. */
const comeBack = async (n: number) => must(await comesBack(n));
const comesBack = async (n: number) => {
  const envelopeId = house.envelopeOf(`p${n}@b.example`);
  const ctx = { ...house.engine, actor: { kind: 'system' as const, id: 'bounces' } };
  return receiveReport({ ctx, input: { raw: statusNotice({ envelopeId, action: 'failed' }) } });
};
const count = (isLast = false) => countBounces(house.engine, { caseId: house.caseId, isLast });
const said = async () => {
  const { ports, orgId } = house.engine;
  const entries = await ports.journal.readSubject(orgId, { kind: 'controllerCase', id: house.caseId }, 0);
  return entries.filter(({ type }) => type === 'persons.bounced');
};
const bounced = async () => (await house.read()).persons.tellings.map((telling) => telling.bounced);
async function doWhatIsOwed() {
  must(await house.act({ ...commands['authority.file'], type: 'complete', sentAt: received }));
  must(await house.act(commands['regime.exclude']));
  must(await house.act(commands['record.excuse']));
}
async function close() {
  await doWhatIsOwed();
  must(await house.act(commands['case.close']));
}

describe('mails to persons that come back after the last has left', () => {
  it('are counted by the relay’s sweep a day after the end, and then once a day while more come back', async () => {
    await comeBack(1);
    house.later(DAY_MS - 1);
    await count();
    expect(await bounced()).toEqual([0]);
    house.later(1);
    await createDuties(house.engine.ports).open(house.engine.orgId);
    while ((await said()).length === 0) await sleep(5);
    expect(await bounced()).toEqual([1]);
    await comeBack(3);
    house.later(23 * HOUR_MS);
    await count();
    expect(await bounced()).toEqual([1]);
    house.later(HOUR_MS);
    await count();
    expect(await bounced()).toEqual([2]);
    house.later(DAY_MS);
    await count();
    expect(await said()).toHaveLength(2);
  });

  it('are said once by two who count at the same time, and again by nobody', async () => {
    await comeBack(2);
    house.later(DAY_MS);
    await Promise.all([count(), count()]);
    await count(true);
    expect(await said()).toHaveLength(1);
  });

  it('name nobody: the entry holds a list and a count', async () => {
    await comeBack(2);
    house.later(DAY_MS);
    await count();
    const [entry] = await said();
    expect(Object.keys(entry?.fields ?? {}).toSorted()).toEqual(['lists', 'request']);
    expect(JSON.stringify(entry)).not.toMatch(/@|Person \d/);
  });

  it('are counted for the last time when the case is closed, without waiting for the day', async () => {
    await comeBack(1);
    await close();
    expect(await bounced()).toEqual([1]);
    expect((await house.read()).stage).toBe('CLOSED');
    expect(await comesBack(2)).toMatchObject({ error: { code: 'report.unmatched' } }); // whose it was is forgotten
    house.later(2 * DAY_MS);
    await count(true);
    expect(await bounced()).toEqual([1]);
  });

  it('are not counted by a closing that is refused for what is owed: nothing is written', async () => {
    await comeBack(1);
    const before = (await house.read()).revision;
    expect(await house.act(commands['case.close'])).toMatchObject({ ok: false });
    expect([await said(), (await house.read()).revision]).toEqual([[], before]);
    await doWhatIsOwed();
    const { decided, revision } = await house.read();
    const ctx = house.dpo;
    const stale = { caseId: house.caseId, key: 'stale', command: commands['case.close'], decided: decided - 1 };
    expect(await commandCase({ ctx, input: stale })).toMatchObject({ error: { code: 'revision.stale' } });
    expect([await said(), (await house.read()).revision]).toEqual([[], revision]);
  });

  it('stand beside told and concerned in the statistics', async () => {
    await comeBack(1);
    house.later(DAY_MS);
    await count();
    const { groups } = must(await readStatistics({ ctx: house.dpo, input: { filter: wholeRegister } }));
    const counts = groups
      .find(({ key }) => key === 'reached')
      ?.counts.map(({ term, controller }) => [term, controller]);
    expect(counts).toEqual([
      ['concerned', 40],
      ['told', 3],
      ['bounced', 1],
    ]);
  });
});
