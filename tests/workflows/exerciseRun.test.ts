import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { planExercise } from '../../application/exercise/planExercise';
import { readExercise } from '../../application/exercise/readExercises';
import { stopExercise } from '../../application/exercise/stopExercise';
import { PlanExercise } from '../../domain/exercise/decide';
import { scenarioOf } from '../../domain/exercise/scenarios';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { must } from '../fakes/realHouse';
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
  run = await startDutyCase(env, bundle, { isAware: false });
}, 30_000);
afterEach(() => run.stop(), 30_000);

it('an exercise that nobody looks at is told, ended and reported by the engine alone', async () => {
  const input = { key: 'plan', plan: PlanExercise.parse({ scenario: 'subProcessorLeak', agreementIds: ['val'] }) };
  const ctx = run.as('sacha', ['DPO']);
  const planned = await planExercise({ ctx, input });
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const { id } = planned.value;
  await run.relay();
  for (const hours of [0.1, 0.6, 1.3]) {
    await run.sleep(hours);
    await run.relay();
  }
  const read = await readExercise({ ctx, input: { exerciseId: id } });
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.exercise).toMatchObject({ stage: 'CONCLUDED', stopped: { ground: 'timeOver' } });
  expect(read.value.exercise.injected.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect(read.value.report.notices).toMatchObject([{ agreementId: 'val', automatic: true, told: [] }]);
  expect((await run.run(id, 'exerciseRun').describe()).status.name).toBe('COMPLETED');
  await run.record('exercise-told', id, 'exerciseRun');
}, 180_000);

it('an exercise that somebody stops is reported at once, and tells no more of its injects', async () => {
  const input = { key: 'plan', plan: PlanExercise.parse({ scenario: 'wrongRecipient', agreementIds: ['val'] }) };
  const ctx = run.as('sacha', ['DPO']);
  const { id } = must(await planExercise({ ctx, input }));
  await run.relay();
  await run.sleep(0.02);
  const stop = { exerciseId: id, key: 'stop', stop: { reason: null } };
  must(await stopExercise({ ctx: run.as('alix', ['DIR']), input: stop }));
  await run.relay();
  await run.sleep(0.2);
  const { exercise } = must(await readExercise({ ctx, input: { exerciseId: id } }));
  expect(exercise).toMatchObject({ stage: 'CONCLUDED', stopped: { ground: 'byHand' } });
  const before = exercise.injected.length;
  expect([before > 0, before < scenarioOf('wrongRecipient').injects.length]).toEqual([true, true]);
  expect((await run.run(id, 'exerciseRun').describe()).status.name).toBe('COMPLETED');
  await run.record('exercise-stopped', id, 'exerciseRun');
}, 180_000);
