import { beforeEach, describe, expect, it } from '@jest/globals';
import { planExercise } from '../../../application/exercise/planExercise';
import { reachMilestone } from '../../../application/exercise/reachMilestone';
import { listExercises } from '../../../application/exercise/readExercises';
import { readYearly } from '../../../application/exercise/yearly';
import { stopExercise } from '../../../application/exercise/stopExercise';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { settleAlarms } from '../../../application/organisation/settleAlarms';
import { PlanExercise } from '../../../domain/exercise/decide';
import { hashOfReport } from '../../../domain/exercise/report';
import { createMemoryHouse } from '../../fakes/memoryHouse';
import { asSystem, startedHouse } from '../../fakes/organisations';
import { must } from '../../fakes/realHouse';

const BEGAN = '2026-03-27T12:00:00.000Z';
/** A year later, the end of that day in Paris (summer time has not begun). */
const DUE = '2027-03-27T23:00:00.000Z';

async function house() {
  const clock = { now: new Date(BEGAN) };
  const memory = createMemoryHouse(() => clock.now);
  const started = await startedHouse(memory.ports);
  const system = asSystem(memory.ports, started.orgId);
  const reminders = () =>
    memory.journal.entries
      .filter(({ type }) => type === 'exercise.due')
      .map(({ fields }) => [fields['dueAt']?.value, fields['daysBefore']?.value]);
  /** The house's alarms as the relay settles them, at an instant. */
  const at = async (now: string) => {
    clock.now = new Date(now);
    must(await settleAlarms({ ctx: system }));
    return reminders();
  };
  const yearly = async () => {
    const organisation = await memory.ports.projections.read(started.orgId, 'organisation', started.orgId);
    if (organisation === null) throw new Error('no organisation');
    return readYearly(system, organisation);
  };
  /** A drill of a notice received, stopped at once; `acts`: whether anybody did anything in it. */
  const hold = async (key: string, acts: boolean) => {
    const { director } = started;
    const plan = PlanExercise.parse({ scenario: 'payrollLeak' });
    const { id } = must(await planExercise({ ctx: director, input: { key, plan } }));
    const milestone = { kind: 'inject' as const, atMs: 0, index: 0 };
    must(await reachMilestone({ ctx: system, input: { exerciseId: id, milestone } }));
    if (acts) {
      const [one] = await memory.ports.projections.list(started.orgId, 'controllerCase', { limit: 1 });
      const said = { acknowledgedAt: clock.now.toISOString(), name: 'Camille', function: 'gérante', version: null };
      const command = { kind: 'processor.acknowledge' as const, ...said };
      must(await commandCase({ ctx: director, input: { caseId: one?.id ?? '', key: `${key}/act`, command } }));
    }
    clock.now = new Date(clock.now.getTime() + 1_000);
    must(await stopExercise({ ctx: director, input: { exerciseId: id, key: `${key}/stop`, stop: { reason: null } } }));
    return id;
  };
  return { ...memory, ...started, system, clock, at, yearly, hold };
}

let one: Awaited<ReturnType<typeof house>>;
beforeEach(async () => {
  one = await house();
});

describe('the exercise of the year (S3-06)', () => {
  it('is due a year after the organisation began, to the end of that day where it is', async () => {
    expect(await one.yearly()).toEqual({ dueAt: DUE, lastAt: null });
  });

  it('is reminded of 30, 7 and 1 days before, each once, by mail to who answers for it', async () => {
    expect(await one.at('2027-02-25T22:59:59.000Z')).toEqual([]);
    expect(await one.at('2027-02-25T23:00:00.000Z')).toEqual([[DUE, 30]]);
    expect(one.mails).toHaveLength(1);
    await one.at('2027-03-01T08:00:00.000Z'); // whoever settles again says nothing again
    expect(one.mails).toHaveLength(1);
    expect(await one.at('2027-03-21T08:00:00.000Z')).toEqual([
      [DUE, 30],
      [DUE, 7],
    ]);
    expect(await one.at('2027-03-27T08:00:00.000Z')).toEqual([
      [DUE, 30],
      [DUE, 7],
      [DUE, 1],
    ]);
    expect(one.mails).toHaveLength(3);
    for (const { raw } of one.mails) expect(Buffer.from(raw).toString()).not.toContain('EXERCICE.'); // no drill itself
  });

  it('of reminders that were slept through, the highest alone is said', async () => {
    expect(await one.at('2027-03-27T08:00:00.000Z')).toEqual([[DUE, 1]]);
  });

  it('held, moves the limit to a year after its end, and stands as proof under its hash', async () => {
    one.clock.now = new Date('2026-09-01T08:00:00.000Z');
    const id = await one.hold('drill', true);
    expect(await one.yearly()).toEqual({ dueAt: '2027-09-01T22:00:00.000Z', lastAt: '2026-09-01T08:00:01.000Z' });
    expect(await one.at('2027-03-27T08:00:00.000Z')).toEqual([]);
    const [held] = must(await listExercises({ ctx: one.director, input: { limit: 10 } }));
    expect(held).toMatchObject({ id, stage: 'CONCLUDED' });
    const concluded = held?.concluded;
    if (!concluded) throw new Error('not concluded');
    expect(concluded.reportHash).toBe(hashOfReport(concluded.report));
    expect(concluded.score).toBeGreaterThan(0);
    const [entry] = one.journal.entries.filter(({ type }) => type === 'exercise.concluded');
    expect(entry?.fields['reportHash']?.value).toBe(concluded.reportHash);
  });

  it('in which nobody did anything is no proof: the limit stays', async () => {
    one.clock.now = new Date('2026-09-01T08:00:00.000Z');
    await one.hold('empty', false);
    expect(await one.yearly()).toEqual({ dueAt: DUE, lastAt: null });
  });
});
