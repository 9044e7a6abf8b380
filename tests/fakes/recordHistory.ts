import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { z } from 'zod';

const HistoryJson = z.object({ events: z.array(z.unknown()) });

export const histories = join(__dirname, '../histories');

/** Of the machine that recorded it nothing is kept: who ran the worker, and where its code lay. */
const OWN_TO_THE_MACHINE = new Set(['identity', 'stackTrace', 'workerControlTaskQueue']);

/**
 * With `RECORD_HISTORIES=1`, keeps what a run has lived through as `tests/histories/<name>.json`, which every later
 * version of the workflow code must replay, or its `CODE_VERSION` rise.
 */
export async function recordHistory(name: string, handle: WorkflowHandle): Promise<void> {
  if (process.env['RECORD_HISTORIES'] !== '1') return;
  const recorded = HistoryJson.parse(JSON.parse(historyToJSON(await handle.fetchHistory())));
  const events = recorded.events.map((event) =>
    JSON.stringify(event, (key, value: unknown) => (OWN_TO_THE_MACHINE.has(key) ? undefined : value)),
  );
  mkdirSync(histories, { recursive: true });
  writeFileSync(join(histories, `${name}.json`), `{"events":[\n${events.join(',\n')}\n]}\n`);
}
