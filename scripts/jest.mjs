import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { inside, root } from './say.mjs';
import { skipLines, unexplained } from './skips.mjs';

/** A worker for each core, begun anew where it has grown: what a file leaves behind slows those after it. */
export const EVERY_CORE = [`--maxWorkers=${availableParallelism()}`, '--workerIdleMemoryLimit=700MB'];

/** What a test left open would keep jest waiting without end. */
const ENDS_WITHIN_MS = 30_000;
/** The longest call takes a third of this on two cores. */
const RUNS_WITHIN_MS = 40 * 60_000;

const nothing = { passed: 0, failed: 0, skipped: [] };

/**
 * One call of jest. A test file that does not load, a jest that does not end well, and a project or path that was asked for
 * and holds no test count as one failure each.
 *
 * @param {string[]} args what is run
 * @param {{ node?: string, lane?: number }} options another Node than this one; which of the calls that run side by side
 */
export async function runJest(args, { node = process.execPath, lane = 0 } = {}) {
  const folder = inside('.vigie', 'tests');
  mkdirSync(folder, { recursive: true });
  const result = inside('.vigie', 'tests', `${process.pid}-${lane}.json`);
  const jest = [inside('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${result}`];
  const child = spawn(node, [...jest, '--ci', ...args], {
    cwd: inside(),
    stdio: ['ignore', 'ignore', 'inherit'], // the report that people read goes to standard error
  });
  const code = await ended(child, result);
  const counts = read(result);
  rmSync(result, { force: true });
  if (counts === null) return { ...nothing, failed: 1 };
  const { files, ...sum } = counts;
  const without = withoutTests(args, files, await import(inside('jest.config.js')));
  for (const one of without) console.log(`no test: ${one}`);
  const failed = sum.failed + without.length;
  return { ...sum, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Its exit code, or null: a jest that does not end is ended, one that has written its result sooner. */
async function ended(child, result) {
  const startedMs = Date.now();
  const watch = setInterval(() => {
    const untilMs = existsSync(result) ? statSync(result).mtimeMs + ENDS_WITHIN_MS : startedMs + RUNS_WITHIN_MS;
    if (Date.now() > untilMs) child.kill('SIGKILL');
  }, 1000);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  return code;
}

function read(file) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const files = testResults.map(({ name }) => relative(root, name));
    return { passed: numPassedTests, failed, skipped: testResults.flatMap(skippedIn), files };
  } catch {
    return null;
  }
}

/**
 * Projects and paths that were asked for and of which no file was run.
 *
 * @param {string[]} args as jest gets them
 * @param {string[]} files that were run, below the project's folder
 * @param {{ default: { projects: { displayName: string, testMatch: string[] }[] } }} config of jest
 */
function withoutTests(args, files, { default: { projects: all } }) {
  const has = (starts) => files.some((file) => starts.some((start) => file.startsWith(start)));
  const projects = all.filter(({ displayName }) => args.includes(displayName));
  const empty = projects.filter(({ testMatch }) => !has(testMatch.map(folderOf)));
  const paths = args.filter((arg) => arg.startsWith('tests/'));
  return [...empty.map(({ displayName }) => displayName), ...paths.filter((path) => !has([path]))];
}

/** What comes before the first star of a glob. */
export const folderOf = (glob) => glob.replace('<rootDir>/', '').replace(/\*.*$/, '');

const skippedIn = ({ name, assertionResults }) =>
  assertionResults
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => ({ file: relative(root, name), title: fullName }));

/**
 * Stages one after the other, each of calls of jest side by side (as `runJest` has them).
 *
 * @param {string[][][]} stages
 * @returns their sum
 */
export async function runStages(stages, options) {
  const sums = [];
  for (const calls of stages) {
    sums.push(...(await Promise.all(calls.map((args, lane) => runJest(args, { ...options, lane })))));
  }
  return sums.reduce(add, nothing);
}

const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: [...one.skipped, ...other.skipped],
});

/**
 * Says which tests were skipped and why, then the sum, as the last line. Where `CI` is set, a skip that nothing allows
 * is a failure: what cannot run there has to be installed, or explained in `skips.mjs`.
 *
 * @returns exit code
 */
export function report({ passed, failed, skipped }) {
  const more = process.env.CI === undefined ? 0 : unexplained(skipped).length;
  for (const line of skipLines(skipped)) console.log(line);
  const left = skipped.length - more;
  console.log(`${passed} passed, ${failed + more} failed${left > 0 ? `, ${left} skipped` : ''}`);
  return failed + more > 0 ? 1 : 0;
}
