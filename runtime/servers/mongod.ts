import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose, { type mongo } from 'mongoose';
import { type ServerProcess, startServerProcess, waitForPort } from './serverProcess';

const USER = 'vigie';
const SET = 'vigie';
const ELECTION_MS = 30_000;

type Place = { folder: string; logFile: string; port: number };

/**
 * The machine's own `mongod` as a replica set of one node: majority writes, change streams and transactions work as
 * in production. The key file turns authentication on; the first user comes in by the loopback exception.
 */
export async function startMongod({ folder, logFile, port }: Place): Promise<{ url: string; server: ServerProcess }> {
  const store = join(folder, 'store');
  mkdirSync(store, { recursive: true, mode: 0o700 });
  const keyFile = secret(join(folder, 'keyfile'));
  const password = readFileSync(secret(join(folder, 'password')), 'utf8');
  const listen = ['--bind_ip', '127.0.0.1', '--port', String(port), '--replSet', SET, '--keyFile', keyFile];
  const args = ['--dbpath', store, ...listen, '--nounixsocket'];
  const server = await startServerProcess({ command: 'mongod', args, cwd: folder, logFile });
  await waitForPort(port, server);

  const bare = `mongodb://127.0.0.1:${port}/vigie?directConnection=true`;
  const url = `mongodb://${USER}:${password}@127.0.0.1:${port}/vigie?directConnection=true&authSource=admin`;
  if (!(await canEnter(url))) await makeSet(bare, port, password);
  await becomePrimary(url, port);
  return { url, server };
}

function secret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('hex'), { mode: 0o600, flush: true });
  return file;
}

async function canEnter(url: string): Promise<boolean> {
  return withAdmin(url, (admin) => admin.command({ connectionStatus: 1 })).then(
    () => true,
    () => false,
  );
}

const config = (port: number, version: number) => ({
  _id: SET,
  version,
  members: [{ _id: 0, host: `127.0.0.1:${port}` }],
});

async function makeSet(bare: string, port: number, password: string): Promise<void> {
  await withAdmin(bare, async (admin) => {
    await admin.command({ replSetInitiate: config(port, 1) });
    await waitUntilWritable(admin);
    await admin.command({ createUser: USER, pwd: password, roles: [{ role: 'root', db: 'admin' }] });
  });
}

/** A set remembers its address: after a start on another port it is told the new one. */
async function becomePrimary(url: string, port: number): Promise<void> {
  await withAdmin(url, async (admin) => {
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true && hello['me'] === `127.0.0.1:${port}`) return;
    const { config: known } = await admin.command({ replSetGetConfig: 1 });
    await admin.command({ replSetReconfig: config(port, Number(known.version) + 1), force: true });
    await waitUntilWritable(admin);
  });
}

async function waitUntilWritable(admin: mongo.Db): Promise<void> {
  const deadline = performance.now() + ELECTION_MS;
  while ((await admin.command({ hello: 1 }))['isWritablePrimary'] !== true) {
    if (performance.now() > deadline) throw new Error('mongod did not become writable');
    await sleep(100);
  }
}

async function withAdmin<T>(url: string, work: (admin: mongo.Db) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(url, { serverSelectionTimeoutMS: 10_000 }).asPromise();
  try {
    return await work(connection.getClient().db('admin'));
  } finally {
    await connection.close();
  }
}
