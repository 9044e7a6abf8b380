import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';

const workflowsPath = join(__dirname, '../../workflows/index.ts');

/** The real workflows as one file, made once a run and shared by its test files. */
export async function workflowBundle(): Promise<{ code: string }> {
  const folder = process.env['VIGIE_TEST_RUN'];
  const kept = folder === undefined ? null : join(folder, 'workflows.bundle.js');
  if (kept !== null && existsSync(kept)) return { code: readFileSync(kept, 'utf8') };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  if (kept !== null) {
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
  }
  return { code };
}

/** Says of Temporal's core what went wrong, and nothing else. Once a process, before its first worker. */
export function quietRuntime(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
}
