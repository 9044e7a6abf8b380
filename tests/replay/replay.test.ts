import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { histories } from '../fakes/recordHistory';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

const names = readdirSync(histories).filter((name) => name.endsWith('.json'));
const historyOf = (name: string): unknown => JSON.parse(readFileSync(join(histories, name), 'utf8'));

beforeAll(quietRuntime);

describe('what runs have lived through', () => {
  let bundle: { code: string };
  beforeAll(async () => {
    bundle = await workflowBundle();
  }, 60_000);

  it('is kept for every path of the procedures', () => {
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const start of ['notice-', 'incident-', 'case-'])
      expect(names.some((name) => name.startsWith(start))).toBe(true);
  });

  it.each(names)('%s can be lived through again by this code; else CODE_VERSION must rise', async (name) => {
    await Worker.runReplayHistory({ workflowBundle: bundle }, historyOf(name), name);
  });
});

describe('a change of the code that its version hides', () => {
  let changed: { code: string };
  beforeAll(async () => {
    const workflowsPath = join(__dirname, 'changed/workflows.ts');
    changed = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  }, 60_000);

  it.each(names)('%s is not replayed by it', async (name) => {
    const replay = Worker.runReplayHistory({ workflowBundle: changed }, historyOf(name), name);
    await expect(replay).rejects.toThrow(DeterminismViolationError);
  });
});
