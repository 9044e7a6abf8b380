import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that outlives the test file which started it; the run's teardown ends it by pid. */
export type SharedServer = { pid: number; port: number; folder: string };

/** Folder of this run, made by `runSetup.ts`; every worker process of the run inherits it. */
const runFolder = (): string | undefined => process.env['VIGIE_TEST_RUN'];

/**
 * The server of this name in this run: the first caller starts it, the others wait for its record.
 * Null outside a run that has a setup: the caller then starts one for itself.
 */
export async function shareServer(name: string, start: () => Promise<SharedServer>): Promise<SharedServer | null> {
  const folder = runFolder();
  if (folder === undefined) return null;
  const record = join(folder, `${name}.json`);
  while (!existsSync(record)) {
    if (!claims(join(folder, `${name}.starting`))) {
      await sleep(50);
      continue;
    }
    try {
      const server = await start();
      writeFileSync(`${record}.new`, JSON.stringify(server));
      renameSync(`${record}.new`, record);
    } finally {
      rmSync(join(folder, `${name}.starting`), { recursive: true });
    }
  }
  return readRecord(record);
}

/** Ends every server of a run and removes its files. */
export async function endSharedServers(folder: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const servers = names.map((name) => readRecord(join(folder, name)));
  for (const { pid } of servers) signal(pid, 'SIGTERM');
  for (const { pid } of servers) await waitForEnd(pid);
  for (const server of servers) rmSync(server.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function waitForEnd(pid: number): Promise<void> {
  for (let waitedMs = 0; signal(pid, 0); waitedMs += 50) {
    if (waitedMs === 8_000) signal(pid, 'SIGKILL');
    await sleep(50);
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function claims(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function readRecord(file: string): SharedServer {
  const { pid, port, folder } = JSON.parse(readFileSync(file, 'utf8')) as SharedServer;
  return { pid, port, folder };
}
