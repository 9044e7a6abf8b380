import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { releasePort } from '../../runtime/servers/portLease';
import { keptPort } from '../../runtime/servers/keptPort';

const HOST = '127.0.0.1';
const folders: string[] = [];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-port-'));
  folders.push(folder);
});
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true })));

/** A start that has ended again: what it leased is free. */
async function startOn(dataFolder: string, wished: number) {
  const kept = await keptPort(dataFolder, wished, HOST);
  await releasePort(kept.port);
  return kept;
}

/** Below the ports that the system hands out: nobody else's test or connection takes it meanwhile. */
async function portOfNobody(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const isFree = await occupied(port, async () => true).catch(() => false);
    if (isFree) return port;
  }
}

async function occupied<T>(port: number, work: () => Promise<T>): Promise<T> {
  const server: Server = createServer().listen(port, HOST);
  await once(server, 'listening');
  try {
    return await work();
  } finally {
    server.close();
    await once(server, 'close');
  }
}

describe('the port of the pages', () => {
  it('is the wished one, and is kept for its owner alone', async () => {
    const wished = await portOfNobody();
    expect(await startOn(folder, wished)).toEqual({ port: wished, lost: null });
    expect(readFileSync(join(folder, 'port'), 'utf8')).toBe(`${wished}\n`);
    expect(statSync(join(folder, 'port')).mode & 0o077).toBe(0);
  });

  it('that was found when the wished one was taken is taken again, though the wished one is free now', async () => {
    const wished = await portOfNobody();
    const { port } = await occupied(wished, () => startOn(folder, wished));
    expect(port).not.toBe(wished);
    expect(await startOn(folder, wished)).toEqual({ port, lost: null });
  });

  it('taken by another gives way for one start, says so, and comes back', async () => {
    const wished = await portOfNobody();
    await startOn(folder, wished);
    const other = await occupied(wished, () => startOn(folder, wished));
    expect(other.lost).toBe(wished);
    expect(other.port).not.toBe(wished);
    expect(await startOn(folder, wished)).toEqual({ port: wished, lost: null });
  });

  it.each(['', 'x', '0', '70000', '8080.5'])('kept as %j is forgotten', async (text) => {
    writeFileSync(join(folder, 'port'), text);
    const wished = await portOfNobody();
    expect((await startOn(folder, wished)).port).toBe(wished);
  });
});
