import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../runtime/servers/identity';
import { type Registered, readRegister } from '../../runtime/servers/orphans';

const root = join(__dirname, '../..');
/** Four of them may start at once beside other tests, on two cores. */
const BLOCK_WITHIN_MS = 100_000;

/** What the start block shows. */
export type Shown = { address: string; token: string | null; orgId: string };

export type Start = {
  pid: number;
  shown: Shown;
  output(): string;
  /** What runs now under these names: database, temporal, api, worker, relay, watchdog. */
  running(): Registered[];
  pidOf(name: string): number;
  /** Ctrl-C; resolves with the exit code and how long it took. */
  interrupt(): Promise<{ code: number | null; tookMs: number }>;
  /** kill -9 of the supervisor alone. */
  kill(): Promise<void>;
};

/** A folder to start Vigie in: a copy of the project that shares what the bootstrap installs. */
export function makeCopy(): { folder: string; remove(): void } {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'vigie copy ')); // with spaces, as a home folder may have
  const left = new Set(['node_modules', '.git', '.vigie', 'coverage']);
  cpSync(root, folder, { recursive: true, filter: (source) => !left.has(relative(root, source)) });
  mkdirSync(join(folder, '.vigie'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(root, '.vigie', 'venv'), join(folder, '.vigie', 'venv'));
  const remove = () => {
    for (const line of processesOf(folder)) kill(Number.parseInt(line, 10)); // of a test that failed before it stopped them
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, remove };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended meanwhile
  }
}

/** `dist/` as the sources are now; no work when the test command has built it. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}

/** The command of a start that is expected to end by itself, with what it printed. */
export async function startRefused(folder: string, env: NodeJS.ProcessEnv = {}) {
  const child = spawnStart(folder, env);
  const output = collect(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output() };
}

/** `npm start`, without npm: resolves once the block is printed. */
export async function startVigie(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Start> {
  const dataFolder = env['VIGIE_DATA'] ?? join(folder, '.vigie', 'data');
  const child = spawnStart(folder, env);
  const output = collect(child);
  const deadline = performance.now() + BLOCK_WITHIN_MS;
  while (!output().includes('Ctrl-C')) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGTERM'); // it would slow whatever comes next
      throw new Error(`no start block:\n${output()}`);
    }
    await sleep(50);
  }
  const shown = readOrEnd(child, output());
  const running = () => readRegister(dataFolder).filter(isAlive);
  const end = async (signal: NodeJS.Signals) => {
    const startedMs = performance.now();
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return { code, tookMs: performance.now() - startedMs };
  };
  return {
    pid: child.pid ?? 0,
    shown,
    output,
    running,
    pidOf: (name) => running().find((process) => process.name === name)?.pid ?? 0,
    interrupt: () => end('SIGINT'),
    kill: async () => void (await end('SIGKILL')),
  };
}

/** Processes whose command line names this folder. */
export function processesOf(folder: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(basename(folder)) && !line.includes('ps -eo'));
}

function spawnStart(folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  const { NODE_OPTIONS: _, ...clean } = process.env;
  const script = join(folder, 'scripts', 'start.mjs');
  return spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...clean, VIGIE_LANGUAGE: 'en', ...env }, // its start block is read here
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk));
  return () => text;
}

/** A start whose block cannot be read is not left running. */
function readOrEnd(child: ChildProcess, output: string): Shown {
  try {
    return readBlock(output);
  } catch (error) {
    child.kill('SIGINT');
    throw error;
  }
}

function readBlock(output: string): Shown {
  const find = (pattern: RegExp) => pattern.exec(output)?.[1] ?? null;
  const [address, orgId] = [find(/^ {2}Address +(\S+)$/m), find(/^ {2}Organisation +(\S+)$/m)];
  if (address === null || orgId === null) throw new Error(`the block cannot be read:\n${output}`);
  return { address, orgId, token: find(/^ {2}Token +(\S+)$/m) };
}
