import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type mongo } from 'mongoose';
import { freePort } from '../runtime/servers/freePort';
import { startServerProcess, waitForPort } from '../runtime/servers/serverProcess';
import { secantusCommand } from '../runtime/servers/venv';

export type Database = { name: string; url: string; db: mongo.Db; stop(): Promise<void> };

/** Each kind of database found here, started one after the other in a folder of its own: SecantusDB, and mongod on PATH. */
export function databasesHere(root: string): { name: string; start(): Promise<Database> }[] {
  const embedded = { name: 'SecantusDB', start: () => startEmbedded(root) };
  const hasMongod = spawnSync('mongod', ['--version']).status === 0;
  return hasMongod ? [embedded, { name: 'mongod', start: startMongod }] : [embedded];
}

const embeddedFlags = (folder: string, port: number): string[] => [
  '--host',
  '127.0.0.1',
  '--port',
  `${port}`,
  '--storage-path',
  folder,
  '--sync-on-commit',
];

const mongodFlags = (folder: string, port: number): string[] => [
  '--bind_ip',
  '127.0.0.1',
  '--port',
  `${port}`,
  '--dbpath',
  folder,
  '--replSet',
  'bench',
];

async function startEmbedded(root: string): Promise<Database> {
  const { command, args } = secantusCommand(root);
  return start('SecantusDB', 'directConnection=true&retryWrites=false', command, (folder, port) => [
    ...args,
    ...embeddedFlags(folder, port),
  ]);
}

async function startMongod(): Promise<Database> {
  const database = await start('mongod', 'directConnection=true', 'mongod', mongodFlags);
  await database.db.admin().command({ replSetInitiate: {} });
  while ((await database.db.admin().command({ hello: 1 }))['isWritablePrimary'] !== true) continue;
  return database;
}

async function start(
  name: string,
  options: string,
  command: string,
  flags: (folder: string, port: number) => string[],
): Promise<Database> {
  const [folder, port] = [mkdtempSync(join(tmpdir(), 'vigie-bench-')), await freePort()];
  const logFile = join(folder, 'server.log');
  const server = await startServerProcess({ command, args: flags(folder, port), cwd: folder, logFile });
  await waitForPort(port, server);
  const url = `mongodb://127.0.0.1:${port}/bench?${options}`;
  const connection = await mongoose.createConnection(url).asPromise();
  const stop = async () => {
    await connection.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { name, url, db: connection.getClient().db(), stop };
}
