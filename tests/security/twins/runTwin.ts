import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guard } from './guards';

const root = join(__dirname, '../../..');

export type TwinRun = { failed: string[]; passed: number; broken: number };

type Report = {
  numPassedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs one test file, or those of its tests that a name picks, against the product without the guard. */
export async function runTwin({ file, from, to, test, name }: Guard): Promise<TwinRun> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-twin-'));
  const result = join(folder, 'result.json');
  const args = ['--config', join(__dirname, 'jest.config.cjs'), '--json', `--outputFile=${result}`, '--runInBand'];
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...args, '--testNamePattern', name, test],
    { cwd: root, env: { ...process.env, VIGIE_TWIN: JSON.stringify({ file, from, to }) }, stdio: 'ignore' },
  );
  await once(child, 'exit');
  const report = JSON.parse(readFileSync(result, 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    failed: all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    passed: report.numPassedTests,
    broken: report.numRuntimeErrorTestSuites,
  };
}
