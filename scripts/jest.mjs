import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inside } from './say.mjs';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * One call of jest. A test file that does not load, or a jest that does not end well, counts as one failure.
 *
 * @param {string[]} args what is run
 * @param {{ node?: string }} options another Node than this one
 */
export async function runJest(args, { node = process.execPath } = {}) {
  const folder = inside('.vigie', 'tests');
  mkdirSync(folder, { recursive: true });
  const result = inside('.vigie', 'tests', `${process.pid}.json`);
  const jest = [inside('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${result}`];
  const child = spawn(node, [...jest, '--passWithNoTests', '--ci', ...args], {
    cwd: inside(),
    stdio: ['ignore', 'ignore', 'inherit'], // the report that people read goes to standard error
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const counts = read(result);
  rmSync(result, { force: true });
  if (counts === null || (code !== 0 && counts.failed === 0)) return { ...(counts ?? nothing), failed: 1 };
  return counts;
}

function read(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  } catch {
    return null;
  }
}

export const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** The last line of a run. */
export const sumOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
