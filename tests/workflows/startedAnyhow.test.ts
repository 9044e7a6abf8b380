import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { startTimeSkipping } from '../fakes/servers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

let env: TestWorkflowEnvironment;
let bundle: { code: string };
let run: DutyCase;

beforeAll(async () => {
  quietRuntime();
  [env, bundle] = await Promise.all([startTimeSkipping(), workflowBundle()]);
}, 120_000);
afterAll(() => env.teardown());

beforeEach(async () => {
  run = await startDutyCase(env, bundle);
}, 30_000);
afterEach(() => run.stop(), 30_000);

const outward = (story: string[]): string[] => story.filter((line) => !/ mail (?!v\d)/.test(line));
const versions = (id: string): string[] => run.story(id).filter((line) => /person|machine/.test(line));
const protectedAt23 = ['23.0 h machine protective', '23.0 h mail v1-c1 accepted', '23.0 h mail v1-c2 accepted'];

describe('a notice whose run starts', () => {
  it('at 80 % of its time, fires the highest passed reminder only, and goes on', async () => {
    const id = await run.idOf('val');
    await run.sleep(19.2);
    await run.poke(id, 1);
    await run.sleep(23.5);
    expect(outward(run.story(id))).toEqual(['19.2 h remind due 75', '21.6 h remind due 90', ...protectedAt23]);
    await run.record('notice-started-late', id);
  }, 120_000);

  it('after it was due, leaves at once', async () => {
    const id = await run.idOf('val');
    await run.sleep(26);
    await run.poke(id, 1);
    await run.sleep(26.1);
    expect(outward(run.story(id))[0]).toBe('26.0 h machine protective');
    expect(versions(id)).toHaveLength(1);
  }, 120_000);

  it('before the entry can be read that it was poked for, waits for it', async () => {
    const id = await run.idOf('val');
    const next = run.journal.entries.length + 1;
    await run.poke(id, next);
    await run.sleep(10 / 3600);
    await run.send(id);
    await run.sleep(0.1);
    expect(versions(id)).toEqual(['0.0 h person initial']);
    expect(run.mails.filter(({ to }) => to.endsWith('val-temoin.example'))).toHaveLength(2);
  }, 120_000);

  it('for an entry that a restore has lost, acts all the same', async () => {
    const id = await run.idOf('val');
    await run.poke(id, 10_000);
    await run.sleep(24);
    expect(outward(run.story(id)).slice(-3)).toEqual(protectedAt23);
    await run.record('notice-lost-entry', id);
  }, 120_000);
});

describe('pokes', () => {
  it('doubled, shuffled or late do no harm', async () => {
    const id = await run.idOf('val');
    await run.send(id);
    const last = run.journal.entries.length;
    for (const seq of [last, 1, last, last - 1, 2]) await run.poke(id, seq);
    await run.sleep(25);
    await run.poke(id, 1);
    await run.sleep(26);
    expect(versions(id)).toHaveLength(1);
    expect(
      run.mails.filter(({ to }) => to === 'dpo@val-temoin.example').map(({ envelopeId }) => envelopeId),
    ).toHaveLength(
      new Set(run.mails.filter(({ to }) => to === 'dpo@val-temoin.example').map(({ envelopeId }) => envelopeId)).size,
    );
  }, 120_000);

  it('lost are made good by the next round over every open duty', async () => {
    const id = await run.idOf('val');
    await run.poke(id, 1);
    await run.sleep(1);
    await run.send(id); // and nobody is told
    await run.sleep(1.1);
    expect(run.mails).toHaveLength(0);
    expect(await run.sweep()).toEqual({ poked: 4 });
    await run.sleep(1.2);
    expect(run.mails.filter(({ to }) => to.endsWith('val-temoin.example'))).toHaveLength(2);
    await run.record('notice-lost-poke', id);
  }, 120_000);

  it('that come while the journal is being read make it read again', async () => {
    const id = await run.idOf('val');
    const { readSubject } = run.journal;
    let isFirst = true;
    run.ports.journal.readSubject = async (orgId, subject, afterRevision) => {
      const entries = await readSubject(orgId, subject, afterRevision);
      if (subject.id !== id || !isFirst) return entries;
      isFirst = false; // once: the notice is sent behind the first reading
      await run.send(id);
      await run.poke(id, run.journal.entries.length);
      return entries;
    };
    await run.poke(id, 1);
    await run.sleep(0.1);
    expect(run.mails.filter(({ to }) => to.endsWith('val-temoin.example'))).toHaveLength(2);
  }, 120_000);
});

describe('a Temporal that lost everything in mid-case', () => {
  it('is filled again from the journal, and every clock goes on at its milestone', async () => {
    await run.relay();
    await run.sleep(13);
    for (const key of ['val', 'aube', 'orme'] as const) await run.run(await run.idOf(key)).terminate();
    await run.sleep(20);
    expect(await run.sweep()).toEqual({ poked: 3 });
    await run.sleep(24);
    const val = outward(run.story(await run.idOf('val')));
    expect(val.filter((line) => line.includes('remind due'))).toEqual([
      '6.0 h remind due 25',
      '12.0 h remind due 50',
      '20.0 h remind due 75',
      '21.6 h remind due 90',
    ]);
    expect(versions(await run.idOf('val'))).toEqual(['23.0 h machine protective']);
    expect(versions(await run.idOf('aube'))).toEqual(['11.0 h machine protective']);
  }, 120_000);
});
