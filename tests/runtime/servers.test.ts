import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { projectRoot } from '../../runtime/root';
import { chooseEngine } from '../../runtime/servers/database';
import { startSecantus } from '../../runtime/servers/secantus';
import { startTemporal } from '../../runtime/servers/temporal';
import { freePort } from '../fakes/servers';

const root = projectRoot();
const house = mkdtempSync(join(tmpdir(), 'vigie-servers-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

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
