import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDutyGateway } from '../../../adapters/temporal/gateway';
import { openTemporal } from '../../../adapters/temporal/connection';
import type { Duty } from '../../../application/ports/gateway';
import { startServerProcess } from '../../../runtime/servers/serverProcess';
import { temporalCommand } from '../../../runtime/servers/venv';
import { pokeOpenDuties } from '../../../worker/relay/pokeOpenDuties';
import { DUTY_OBLIGATIONS, workflowIdOf } from '../../../workflows/contract/duty';
import { dutyQueue } from '../../../workflows/contract/queues';
import { freePort, startTemporalDev } from '../../fakes/servers';

const root = join(__dirname, '../../..');
let server: Awaited<ReturnType<typeof startTemporalDev>>;
let temporal: ReturnType<typeof openTemporal>;
beforeAll(async () => {
  server = await startTemporalDev();
  temporal = openTemporal({ address: server.address });
}, 60_000);
afterAll(async () => {
  await temporal.close();
  await server.stop();
});

const queue = `gateway-${randomUUID()}`;
const duty = (): Duty => ({ orgId: randomUUID(), obligation: 'processorNotice', subjectId: randomUUID(), seq: 1 });

async function signalsOf(one: Duty): Promise<unknown[]> {
  const { events = [] } = await temporal.client.workflow.getHandle(workflowIdOf(one)).fetchHistory();
  return (events ?? []).filter(({ workflowExecutionSignaledEventAttributes: signal }) => signal);
}

/** Visibility lags behind by a moment. */
async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return read();
}

describe('poking a duty', () => {
  it('in 30 races of who starts it, starts one run that hears of every entry', async () => {
    const gateway = createDutyGateway(temporal, queue);
    const duties = Array.from({ length: 30 }, duty);
    await Promise.all(duties.flatMap((one) => [1, 2, 3].map((seq) => gateway.poke({ ...one, seq }))));
    for (const one of duties) expect(await signalsOf(one)).toHaveLength(3);
    const ids = duties.map((one) => workflowIdOf(one));
    const query = `TaskQueue = '${queue}' AND WorkflowType = 'processorNotice'`;
    const runs = await eventually(
      async () => {
        const found: string[] = [];
        for await (const { workflowId } of temporal.client.workflow.list({ query })) found.push(workflowId);
        return found;
      },
      (found) => found.length >= ids.length,
    );
    expect(runs.toSorted()).toEqual(ids.toSorted());
  }, 30_000);

  it('starts a duty again that had ended', async () => {
    const gateway = createDutyGateway(temporal, queue);
    const one = duty();
    await gateway.poke(one);
    await temporal.client.workflow.getHandle(workflowIdOf(one)).terminate();
    await gateway.poke({ ...one, seq: 2 });
    expect((await temporal.client.workflow.getHandle(workflowIdOf(one)).describe()).status.name).toBe('RUNNING');
  });

  it('tells a run that is there, and starts none that is not', async () => {
    const gateway = createDutyGateway(temporal, queue);
    const [here, gone] = [duty(), duty()];
    await gateway.poke(here);
    await gateway.tell({ ...here, seq: 2 });
    await gateway.tell(gone);
    expect(await signalsOf(here)).toHaveLength(2);
    await expect(temporal.client.workflow.getHandle(workflowIdOf(gone)).describe()).rejects.toThrow('not found');
  });
});

describe('runs of an older code', () => {
  it('are found whatever is owed', async () => {
    const older = DUTY_OBLIGATIONS.map((obligation) => ({ ...duty(), obligation }));
    for (const one of older) await createDutyGateway(temporal, dutyQueue(0)).poke(one);
    const gateway = createDutyGateway(temporal);
    const ids = new Set(older.map(workflowIdOf));
    const mine = async () => (await gateway.olderRuns()).filter(({ id }) => ids.has(id));
    const found = await eventually(mine, (runs) => runs.length === ids.size);
    for (const run of found) await gateway.end(run);
  });

  it('are found and ended, those of this code and of newer ones are not', async () => {
    const [older, current, newer] = [duty(), duty(), duty()];
    await createDutyGateway(temporal, dutyQueue(0)).poke(older);
    await createDutyGateway(temporal, dutyQueue()).poke(current);
    await createDutyGateway(temporal, dutyQueue(99)).poke(newer);
    const gateway = createDutyGateway(temporal);
    const mine = async () =>
      (await gateway.olderRuns()).filter(({ id }) =>
        [older, current, newer].some((one) => gateway.runIdOf(one) === id),
      );
    const [found, ...others] = await eventually(mine, (runs) => runs.length > 0);
    expect(found?.id).toBe(workflowIdOf(older));
    expect(others).toEqual([]);
    if (found === undefined) throw new Error('not found');
    await gateway.end(found);
    await gateway.end(found); // another relay was faster
    const { status } = await temporal.client.workflow.getHandle(workflowIdOf(older)).describe();
    expect(status.name).toBe('TERMINATED');
    for (const one of [current, newer]) await temporal.client.workflow.getHandle(workflowIdOf(one)).terminate();
  });

  it('go on as runs of this code once the relay has made its round', async () => {
    const one = duty();
    const id = workflowIdOf(one);
    await createDutyGateway(temporal, dutyQueue(0)).poke(one);
    const gateway = createDutyGateway(temporal);
    await eventually(gateway.olderRuns, (runs) => runs.some((run) => run.id === id));
    const journal = { organisations: async () => [one.orgId] };
    const duties = { open: async () => [{ ...one, dueAt: null }] };
    const failed = (_where: string, error: unknown) => {
      throw error;
    };
    await pokeOpenDuties({ journal, duties, failed, runs: gateway });
    const { status, taskQueue } = await temporal.client.workflow.getHandle(id).describe();
    expect([status.name, taskQueue]).toEqual(['RUNNING', dutyQueue()]);
    await temporal.client.workflow.getHandle(id).terminate();
  });
});

describe('a round over open duties', () => {
  it('starts what is missing, and writes nothing into the history of what runs and knows all', async () => {
    const one = duty();
    const gateway = createDutyGateway(temporal, dutyQueue());
    const handle = temporal.client.workflow.getHandle(workflowIdOf(one));
    await gateway.start(one);
    const length = async () => (await handle.describe()).historyLength;
    const begun = await length();
    await gateway.start(one);
    expect(await length()).toBe(begun);
    await gateway.poke(one);
    expect(await length()).toBeGreaterThan(begun);
    await handle.terminate();
    await gateway.start(one); // its duty is open still
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate();
  });
});

describe('Temporal away', () => {
  it('rejects a poke soon, and closes without a word while one is pending', async () => {
    const away = openTemporal({ address: `127.0.0.1:${await freePort()}` });
    const gateway = createDutyGateway(away, queue);
    const startedMs = Date.now();
    await expect(gateway.poke(duty())).rejects.toThrow();
    expect(Date.now() - startedMs).toBeLessThan(6_000);
    const pending = gateway.poke(duty()).catch((error: unknown) => error);
    await away.close();
    expect(await pending).toBeInstanceOf(Error);
  }, 20_000);

  it('takes pokes through the same client once it is there', async () => {
    const port = await freePort();
    const late = openTemporal({ address: `127.0.0.1:${port}` });
    const gateway = createDutyGateway(late, queue);
    await expect(gateway.poke(duty())).rejects.toThrow();

    const folder = mkdtempSync(join(tmpdir(), 'vigie-late-'));
    const args = ['server', 'start-dev', '--headless', '--ip=127.0.0.1', `--port=${port}`];
    const process = await startServerProcess({
      command: temporalCommand(root),
      args,
      cwd: folder,
      logFile: join(folder, 'log'),
    });
    const poked = () =>
      gateway.poke(duty()).then(
        () => true,
        () => false,
      );
    expect(await eventually(poked, (isPoked) => isPoked)).toBe(true);
    await late.close();
    await process.stop();
    rmSync(folder, { recursive: true });
  }, 30_000);
});

describe('the place where runs live', () => {
  it('has one name for as long as it remembers, and another once it has lost everything', async () => {
    const gateway = createDutyGateway(temporal, queue);
    expect(await gateway.place()).toBe(await gateway.place());
    const other = await startTemporalDev({ own: true });
    const elsewhere = openTemporal({ address: other.address });
    expect(await createDutyGateway(elsewhere, queue).place()).not.toBe(await gateway.place());
    await elsewhere.close();
    await other.stop();
  }, 30_000);

  it('knows the search attributes once it was made ready, however often', async () => {
    const gateway = createDutyGateway(temporal, queue);
    await gateway.prepare();
    await gateway.prepare();
    const { customAttributes } = await temporal.connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    expect(Object.keys(customAttributes ?? {})).toEqual(
      expect.arrayContaining(['VigieOrg', 'VigieState', 'VigieDueAt']),
    );
  });
});
