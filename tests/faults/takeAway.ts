import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRunning } from '../../runtime/running';
import type { Trial } from './trial';

/**
 * Kills Temporal (-9) and holds its port, where every connection is cut at once: the supervisor tries again and again in
 * vain. @returns how to let the port go; Temporal then comes back by itself
 */
export async function takeTemporalAway(trial: Trial): Promise<() => Promise<void>> {
  const port = Number(readRunning(trial)?.temporalAddress.split(':').at(-1));
  for (;;) {
    const pid = trial.start.pidOf('temporal');
    if (pid !== 0) process.kill(pid, 'SIGKILL');
    const holder = await hold(port);
    if (holder === null) continue;
    return async () => {
      holder.close();
      await once(holder, 'close');
    };
  }
}

async function hold(port: number): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy()).listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
    return server;
  } catch {
    await sleep(20); // it has not let go of it yet
    return null;
  }
}
