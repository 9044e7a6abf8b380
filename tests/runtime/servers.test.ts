import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { projectRoot } from '../../runtime/root';
import { chooseEngine } from '../../runtime/servers/database';
import { pruneRecord } from '../../runtime/servers/pruneRecord';
import { startSecantus } from '../../runtime/servers/secantus';
import { startServerProcess, waitForPort } from '../../runtime/servers/serverProcess';
import { startTemporal } from '../../runtime/servers/temporal';
import { secantusCommand } from '../../runtime/servers/venv';
import { freePort } from '../fakes/servers';

const root = projectRoot();
const house = mkdtempSync(join(tmpdir(), 'vigie-servers-'));
const afterwards: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of afterwards) await end();
  rmSync(house, { recursive: true, force: true });
});

describe('the embedded database', () => {
  const folder = join(house, 'secantusdb');
  const place = async () => ({ root, folder, logFile: join(house, 'database.log'), port: await freePort() });

  it('lets in who knows the password, from the first start on, and keeps what was written', async () => {
    const first = await startSecantus(await place());
    const writer = await mongoose.createConnection(first.url).asPromise();
    await writer.getClient().db().collection('kept').insertOne({ value: 1 });
    await writer.close();
    await first.server.stop();

    const second = await startSecantus(await place());
    const reader = await mongoose.createConnection(second.url).asPromise();
    expect(await reader.getClient().db().collection('kept').countDocuments({})).toBe(1);
    await reader.close();

    const stranger = await mongoose.createConnection(second.url.replace(/vigie:[^@]+@/, '')).asPromise();
    await expect(stranger.getClient().db('vigie').collection('kept').findOne({})).rejects.toThrow(/auth/i);
    await stranger.close();
    await second.server.stop();
    expect(second.server.hasExited()).toBe(true);
  });

  it('keeps its password in a file that its owner alone can read', () => {
    expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0);
  });

  it('drops changes from its own record after the time that it is told, though nobody writes', async () => {
    const [cwd, port] = [mkdtempSync(join(house, 'oplog-')), await freePort()];
    const { command, args } = secantusCommand(root);
    const flags = ['--port', String(port), '--storage-path', cwd, '--oplog-retention-seconds', '1'];
    const logFile = join(cwd, 'log');
    const server = await startServerProcess({ command, args: [...args, ...flags], cwd, logFile });
    await waitForPort(port, server);
    const url = `mongodb://127.0.0.1:${port}/vigie?directConnection=true&retryWrites=false`;
    const connection = await mongoose.createConnection(url).asPromise();
    const client = connection.getClient();
    const recorded = async () =>
      JSON.stringify(await client.db('local').collection('oplog.rs').find().toArray()).includes('canary');
    afterwards.push(
      () => connection.close(),
      () => server.stop(),
    );
    const kept = client.db().collection<{ _id: number; text: string | null }>('kept');
    await kept.insertOne({ _id: 1, text: 'canary' });
    expect(await recorded()).toBe(true);
    await kept.updateOne({ _id: 1 }, { $set: { text: null } });
    afterwards.unshift(pruneRecord(url, 100));
    for (let waitedMs = 0; waitedMs < 10_000 && (await recorded()); waitedMs += 100) await sleep(100);
    expect(await recorded()).toBe(false);
  });

  it('stays what the data folder began with', () => {
    expect(chooseEngine(house, '')).toBe('SecantusDB');
    writeFileSync(join(house, 'mongod'), '');
    expect(chooseEngine(house, house)).toBe('SecantusDB');
    expect(chooseEngine(join(house, 'new'), house)).toBe('mongod');
  });
});

describe('the embedded Temporal', () => {
  it('sets a file that does not open aside and starts empty', async () => {
    const folder = mkdtempSync(join(house, 'temporal-'));
    writeFileSync(join(folder, 'temporal.db'), 'this is no database'.repeat(500));
    const [port, uiPort] = [await freePort(), await freePort()];
    const { server, setAside } = await startTemporal({ root, folder, logFile: join(house, 't.log'), port, uiPort });
    expect(setAside).toMatch(/temporal\.db\.aside-\d+$/);
    expect(readdirSync(folder).filter((name) => name.includes('aside'))).toHaveLength(1);
    const connection = await Connection.connect({ address: `127.0.0.1:${port}` });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(['VigieOrg', 'VigieDueAt']));
    await connection.close();
    await server.stop();
  });
});
