import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { keepAlive } from '../../runtime/servers/keepAlive';
import { identify } from '../../runtime/servers/identity';
import { type ServerProcess, startServerProcess } from '../../runtime/servers/serverProcess';

const house = mkdtempSync(join(tmpdir(), 'vigie-keep-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

const sleeper = (script = 'sleep 60') =>
  startServerProcess({ command: 'sh', args: ['-c', script], cwd: house, logFile: join(house, 'log') });

async function until(isTrue: () => boolean): Promise<void> {
  for (let waitedMs = 0; !isTrue(); waitedMs += 20) {
    if (waitedMs > 5_000) throw new Error('it never came');
    await sleep(20);
  }
}

describe('a watched server', () => {
  it('is started again whenever it falls, and says so', async () => {
    const started: ServerProcess[] = [];
    const said: string[] = [];
    const start = async () => {
      const server = await sleeper();
      started.push(server);
      return server;
    };
    const keeper = await keepAlive({ name: 'The sleeper', start, say: (what) => said.push(what) });
    process.kill(started[0]?.pid ?? 0, 'SIGKILL');
    await until(() => started.length === 2);
    expect(said).toEqual(['The sleeper ended by SIGKILL; it is started again']);
    await keeper.stop();
    expect(identify(started[1]?.pid ?? 0)).toBeNull();
  });

  it('is tried again when a start fails, and not after it was stopped', async () => {
    let tries = 0;
    const said: string[] = [];
    const start = async () => {
      tries += 1;
      if (tries === 2) throw new Error('no memory');
      return sleeper(tries === 1 ? 'exit 3' : 'sleep 60');
    };
    const keeper = await keepAlive({ name: 'It', start, say: (what) => said.push(what) });
    await until(() => tries === 3);
    expect(said).toEqual(['It ended with code 3; it is started again', 'It did not start: no memory']);
    await keeper.stop();
    await sleep(600);
    expect(tries).toBe(3);
  });

  it('throws when its very first start fails', async () => {
    const start = async () => Promise.reject(new Error('no program'));
    await expect(keepAlive({ name: 'It', start, say: () => undefined })).rejects.toThrow('no program');
  });

  it('is killed when it does not end by itself in its grace', async () => {
    const server = await sleeper('trap "" TERM; while :; do sleep 0.1; done');
    await sleep(100);
    await server.stop(200);
    expect(await server.exited).toBe('ended by SIGKILL');
  });
});
