import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that got this long to end by itself is killed (milliseconds). */
const STOP_GRACE_MS = 8_000;
const KNOCK_EVERY_MS = 40;

export type ServerCommand = {
  command: string;
  args: readonly string[];
  /** Where it runs; some servers look for settings in their working folder. */
  cwd: string;
  /** Its output is appended here, readable by the owner alone. */
  logFile: string;
  env?: NodeJS.ProcessEnv;
};

export type ServerProcess = {
  pid: number;
  /** Resolves with a word about the end, however it came. */
  exited: Promise<string>;
  hasExited(): boolean;
  /** SIGTERM, then SIGKILL after the grace. Resolves once the process is gone. */
  stop(graceMs?: number): Promise<void>;
};

/**
 * Starts a server in a process group of its own, so that a Ctrl-C in the terminal reaches its supervisor alone, which
 * then ends things in order.
 *
 * @throws Error when the program cannot be started at all.
 */
export async function startServerProcess({ command, args, cwd, logFile, env }: ServerCommand): Promise<ServerProcess> {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ['ignore', log, log],
    env: env ?? process.env,
  });
  closeSync(log);
  await once(child, 'spawn');
  return follow(child);
}

/** The handle of a child that has been spawned. */
export function follow(child: ChildProcess): ServerProcess {
  const { pid } = child;
  if (pid === undefined) throw new Error('the program could not be started');
  child.unref(); // a server never keeps its supervisor alive
  let ended = false;
  const exited = once(child, 'exit').then(([code, signal]) => {
    ended = true;
    return typeof signal === 'string' ? `ended by ${signal}` : `ended with code ${String(code)}`;
  });

  const stop = async (graceMs = STOP_GRACE_MS) => {
    if (ended) return;
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await exited;
    clearTimeout(killer);
  };
  return { pid, exited, hasExited: () => ended, stop };
}

/**
 * Resolves once something answers on this port of the loopback address.
 *
 * @throws Error when the server ends first, or does not answer in time.
 */
export async function waitForPort(port: number, server: ServerProcess, timeoutMs = 30_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await answers(port))) {
    if (server.hasExited()) throw new Error(`it ${await server.exited} before it was ready`);
    if (performance.now() > deadline) throw new Error(`it did not answer within ${timeoutMs / 1000} s`);
    await sleep(KNOCK_EVERY_MS);
  }
}

/** Whether something listens on this port of the loopback address. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', settle(true)).once('error', settle(false)).setTimeout(1_000, settle(false));
  });
}
