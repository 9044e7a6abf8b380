import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Running, readRunning } from '../../runtime/running';
import { makeCopy, processesOf, type Start, startRefused, startVigie } from '../fakes/installation';

let copy: ReturnType<typeof makeCopy>;
beforeAll(() => {
  copy = makeCopy();
}, 120_000);
afterAll(() => copy.remove());

const readiness = (start: Start) => fetch(`${start.shown.address}/health/ready`);
const readReadiness = async (start: Start): Promise<unknown> => (await readiness(start)).json();

/** The ports of one start but that of its pages. */
function addressesOf(running: Running | null): string[] {
  if (running === null) return [];
  const { adminUrl, mongoUrl, temporalAddress, smtpUrl } = running;
  return [adminUrl, mongoUrl, temporalAddress, smtpUrl].map((url) => /:(\d+)(\/|$)/.exec(url)?.[1] ?? '');
}

async function untilNobodyIsLeft(folder: string): Promise<void> {
  for (let waitedMs = 0; processesOf(folder).length > 0 && waitedMs < 10_000; waitedMs += 100) await sleep(100);
}

describe('npm start on a copy of the project, when something is in the way', () => {
  it('ends what a killed start left behind, and starts on the same data', async () => {
    const first = await startVigie(copy.folder);
    const left = first.running().filter(({ name }) => name === 'database' || name === 'temporal');
    expect(left).toHaveLength(2);
    await first.kill();
    const second = await startVigie(copy.folder);
    expect(second.output()).toMatch(/that a killed start left behind have been ended/);
    const pids = second.running().map(({ pid }) => pid);
    for (const { pid } of left) expect(pids).not.toContain(pid);
    await second.interrupt();
    await untilNobodyIsLeft(copy.folder);
    expect(processesOf(copy.folder)).toEqual([]);
  }, 120_000);

  it('starts a dead process and a dead server again', async () => {
    const start = await startVigie(copy.folder);
    for (const name of ['api', 'database']) {
      const pid = start.pidOf(name);
      process.kill(pid, 'SIGKILL');
      for (let waitedMs = 0; [0, pid].includes(start.pidOf(name)) && waitedMs < 20_000; waitedMs += 100)
        await sleep(100);
      expect([0, pid]).not.toContain(start.pidOf(name));
    }
    let status = 0;
    for (let waitedMs = 0; status !== 200 && waitedMs < 30_000; waitedMs += 200) {
      status = await readiness(start).then(
        (response) => response.status,
        () => 0,
      );
      await sleep(200);
    }
    expect(status).toBe(200);
    await start.interrupt();
    expect(processesOf(copy.folder)).toEqual([]);
  }, 120_000);

  it('starts four times in the same second on folders of their own, and none takes a port of another', async () => {
    const folders = ['a', 'b', 'c', 'd'].map((name) => join(copy.folder, `data-${name}`));
    const begun = await Promise.allSettled(folders.map((folder) => startVigie(copy.folder, { VIGIE_DATA: folder })));
    const starts = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const ready = await Promise.all(starts.map(readReadiness));
    const said = starts.map((start) => start.output());
    const listening = folders.map((dataFolder) => readRunning({ dataFolder }));
    await Promise.all(starts.map((start) => start.interrupt()));
    expect(begun.filter(({ status }) => status === 'rejected')).toEqual([]);
    for (const one of ready) expect(one).toMatchObject({ status: 'ready', database: 'ok', temporal: 'ok' });
    for (const output of said) expect(output).not.toMatch(/started again|did not start/);
    const ports = [...starts.map(({ shown }) => new URL(shown.address).port), ...listening.flatMap(addressesOf)];
    expect(ports).toHaveLength(folders.length * 5);
    expect(new Set(ports).size).toBe(ports.length);
    expect(processesOf(copy.folder)).toEqual([]);
  }, 180_000);

  it('says in one sentence what to do when the port that was named is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    const { code, output } = await startRefused(copy.folder, { PORT: port });
    other.close();
    expect(code).toBe(1);
    expect(output.trim()).toBe(`Port ${port} is taken on 127.0.0.1: end what listens there, or name another port.`);
    expect(processesOf(copy.folder)).toEqual([]);
  });

  it('lists every fault of the environment and starts nothing', async () => {
    const { code, output } = await startRefused(copy.folder, { PORT: '0', MAIL_FROM: 'nobody' });
    expect(code).toBe(1);
    expect(output).toMatch(/PORT must be[\s\S]*MAIL_FROM must be/);
  });

  it('says what to do where the data cannot be a folder', async () => {
    const file = join(mkdtempSync(join(copy.folder, 'place-')), 'file');
    writeFileSync(file, '');
    const { code, output } = await startRefused(copy.folder, { VIGIE_DATA: file });
    expect(code).toBe(1);
    expect(output.trim()).toBe(`${file} is not a folder: name another place in VIGIE_DATA, then start again.`);
  });

  it('says what to install when no Python is there', async () => {
    const bare = makeCopy();
    const path = join(bare.folder, 'bin');
    mkdirSync(path);
    rmSync(join(bare.folder, '.vigie', 'venv'));
    const { code, output } = await startRefused(bare.folder, { PATH: path });
    bare.remove();
    expect(code).toBe(1);
    expect(output.trim()).toMatch(
      /^Vigie needs Python 3\.11, 3\.12 or 3\.13 .*none is on the PATH: install one, then .*\.$/,
    );
  }, 60_000);
});
