import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { follow, type ServerProcess } from '../servers/serverProcess';

const READY_WITHIN_MS = 60_000;

export type ProcessName = 'api' | 'worker' | 'relay' | 'watchdog';

type Child = { name: ProcessName; env: NodeJS.ProcessEnv; logFile: string; signal: AbortSignal };

/**
 * Starts one of the processes in a group of its own and waits until it says that it is ready.
 *
 * @throws Error when it ends first or stays silent.
 */
export async function startChild({ name, env, logFile, signal }: Child): Promise<ServerProcess> {
  const log = openSync(logFile, 'a', 0o600);
  const child = fork(join(__dirname, `${name}.js`), { env, detached: true, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  await once(child, 'spawn');
  const running = follow(child);
  try {
    await untilReady(child, running, signal);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}

async function untilReady(child: ChildProcess, running: ServerProcess, signal: AbortSignal): Promise<void> {
  const silence = AbortSignal.timeout(READY_WITHIN_MS);
  const spoke = once(child, 'message', { signal: AbortSignal.any([silence, signal]) }).catch(() => {
    signal.throwIfAborted();
    throw new Error(`it did not answer within ${READY_WITHIN_MS / 1000} s`);
  });
  const fell = running.exited.then((end) => {
    throw new Error(`it ${end} before it was ready`);
  });
  await Promise.race([spoke, fell]);
}
