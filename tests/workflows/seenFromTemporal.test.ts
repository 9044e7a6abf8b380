import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { NativeConnection, Worker } from '@temporalio/worker';
import { openTemporal } from '../../adapters/temporal/connection';
import { createDutyGateway } from '../../adapters/temporal/gateway';
import type { Activities } from '../../activities/createActivities';
import { freePort } from '../../runtime/servers/freePort';
import { startServerProcess, waitForPort } from '../../runtime/servers/serverProcess';
import { temporalCommand } from '../../runtime/servers/venv';
import { type Obligation, workflowIdOf } from '../../workflows/contract/duty';
import { recordHistory } from '../fakes/recordHistory';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'vigie-seen-'));
const attributes = ['VigieOrg=Keyword', 'VigieState=Keyword', 'VigieDueAt=Datetime'];
/** So few events that a run which is poked a while must go on as another. */
const SUGGESTED_AFTER = 40;

let server: Awaited<ReturnType<typeof startServerProcess>>;
let temporal: ReturnType<typeof openTemporal>;
let connection: NativeConnection;
beforeAll(async () => {
  quietRuntime();
  const port = await freePort();
  const flags = attributes.map((attribute) => `--search-attribute=${attribute}`);
  const limit = `--dynamic-config-value=limit.historyCount.suggestContinueAsNew=${SUGGESTED_AFTER}`;
  const args = ['server', 'start-dev', '--headless', '--ip=127.0.0.1', `--port=${port}`, limit, ...flags];
  server = await startServerProcess({
    command: temporalCommand(root),
    args,
    cwd: folder,
    logFile: join(folder, 'log'),
  });
  await waitForPort(port, server);
  temporal = openTemporal({ address: `127.0.0.1:${port}` });
  connection = await patiently(() => NativeConnection.connect({ address: `127.0.0.1:${port}` }));
  await workflowBundle(); // no test's own time goes into it
}, 120_000);
afterAll(async () => {
  await temporal.close();
  await connection.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** A server whose port answers may still say that it is not healthy yet. */
async function patiently<T>(connect: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await connect();
    } catch (error) {
      if (tries === 50) throw error;
      await sleep(200);
    }
  }
}

/** Even a test that failed leaves no worker behind: the process would never end. */
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
}, 30_000);

type Answer = Awaited<ReturnType<Activities['readNoticeStep']>>;

const readers = {
  processorNotice: 'readNoticeStep',
  controllerCase: 'readCaseStep',
  incidentFollowUp: 'readIncidentStep',
  exerciseRun: 'readExerciseStep',
} satisfies Record<Obligation, keyof Activities>;

/** A duty whose journal is what `read` says. */
async function startDuty(
  read: () => Answer,
  acts: Partial<Activities> = {},
  obligation: Obligation = 'processorNotice',
) {
  const taskQueue = `seen-${randomUUID()}`;
  const activities = { [readers[obligation]]: async () => read(), ...acts };
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities,
  });
  const ended = worker.run();
  const duty = { orgId: `org-${randomUUID()}`, obligation, subjectId: randomUUID() };
  const gateway = createDutyGateway(temporal, taskQueue);
  const handle = temporal.client.workflow.getHandle(workflowIdOf(duty));
  stops.push(async () => {
    await handle.terminate().catch(() => undefined); // it may have ended by itself
    worker.shutdown();
    await ended;
  });
  /** On a slow machine a run that goes on as another takes none for seconds: the relay asks again, as here. */
  const poke = async (seq: number) => {
    const once = () => gateway.poke({ ...duty, seq });
    return once().catch(once);
  };
  return { duty, handle, poke };
}

const answer = (readSeq: number, more: Partial<Answer> = {}): Answer => ({
  readSeq,
  milestone: { kind: 'protect', version: 'protective', atMs: Date.parse('2099-01-01T00:00:00Z') },
  state: 'DRAFT/OPEN',
  dueAt: '2099-01-01T01:00:00.000Z',
  details: '- next protect at 2099-01-01T00:00:00.000Z',
  pace: { urgent: true, patienceMs: 5_000 },
  ...more,
});

async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await read();
    if (holds(value)) return value;
    await sleep(100);
  }
  return read();
}

describe('a run, seen from Temporal', () => {
  it('is found by organisation, state and limit, and says what it waits for', async () => {
    const { duty, handle, poke } = await startDuty(() => answer(1));
    await poke(1);
    const query = `VigieOrg = '${duty.orgId}' AND VigieState = 'DRAFT/OPEN' AND VigieDueAt > '2098-01-01T00:00:00Z'`;
    const found = await eventually(
      async () => {
        const ids: string[] = [];
        for await (const { workflowId } of temporal.client.workflow.list({ query })) ids.push(workflowId);
        return ids;
      },
      (ids) => ids.length > 0,
    );
    expect(found).toEqual([workflowIdOf(duty)]);
    const metadata = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(metadata.currentDetails).toBe('- next protect at 2099-01-01T00:00:00.000Z');
  }, 30_000);

  it.each([
    ['processorNotice', 'notice-continued-as-new'],
    ['controllerCase', 'case-continued-as-new'],
    ['incidentFollowUp', 'incident-continued-as-new'],
    ['exerciseRun', 'exercise-continued-as-new'],
  ] as const)(
    'of %s that has grown long goes on as another run and loses no poke',
    async (obligation, lived) => {
      let head = 0;
      let readSeq = 0;
      const reading = () => {
        readSeq = head;
        return answer(head);
      };
      const { handle, poke } = await startDuty(reading, {}, obligation);
      for (let seq = 1; seq <= 12; seq += 1) {
        head = seq;
        await poke(seq);
        await eventually(
          async () => readSeq,
          (read) => read === seq,
        );
      }
      const first = await handle.describe();
      expect(first.historyLength).toBeLessThan(2 * SUGGESTED_AFTER);
      const raw = first.raw.workflowExecutionInfo;
      expect(raw?.firstRunId).not.toBe(first.runId);
      expect(first.status.name).toBe('RUNNING');
      const begun = temporal.client.workflow.getHandle(handle.workflowId, raw?.firstRunId ?? undefined);
      await recordHistory(lived, begun);
    },
    30_000,
  );

  it('whose code is at fault fails where everybody sees it, with no word of the data', async () => {
    const passed = { kind: 'protect', version: 'protective', atMs: 0 } as const;
    const { handle, poke } = await startDuty(() => answer(1, { milestone: passed, pace: undefined as never }));
    await poke(1);
    const status = await eventually(
      async () => (await handle.describe()).status.name,
      (name) => name !== 'RUNNING',
    );
    expect(status).toBe('FAILED');
    const { events } = await handle.fetchHistory();
    const failed = (events ?? []).at(-1)?.workflowExecutionFailedEventAttributes?.failure;
    expect(failed?.message).toBe('the workflow code is at fault');
    await recordHistory('notice-fault', handle);
  }, 30_000);
});
