import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type ServerProcess, startServerProcess, waitForPort } from './serverProcess';
import { secantusCommand } from './venv';

const USER = 'vigie';
/** What was erased stays in the server's own record of changes for so long; change streams resume well within it. */
const OPLOG_SECONDS = '600';

type Place = { root: string; folder: string; logFile: string; port: number };

/** retryWrites makes every write scan the server's retry records (docs/operations.md): off. */
const address = (port: number, login = '', options = '') =>
  `mongodb://${login}127.0.0.1:${port}/vigie?directConnection=true&retryWrites=false${options}`;

/**
 * SecantusDB behind a password. It has no exception for the loopback address: the first start runs without
 * authentication just long enough to make the user.
 */
export async function startSecantus(place: Place): Promise<{ url: string; server: ServerProcess }> {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(place.folder, 'password');
  if (!existsSync(passwordFile)) await makeUser(place, passwordFile);
  const server = await spawnSecantus(place, ['--auth']);
  await waitForPort(place.port, server);
  const password = readFileSync(passwordFile, 'utf8');
  return { url: address(place.port, `${USER}:${password}@`, '&authSource=admin'), server };
}

/** The password gets its name once the user has it: a start that dies between makes both again. */
async function makeUser(place: Place, passwordFile: string): Promise<void> {
  const password = randomBytes(32).toString('hex');
  writeFileSync(`${passwordFile}.new`, password, { mode: 0o600, flush: true });
  const server = await spawnSecantus(place, []);
  try {
    await waitForPort(place.port, server);
    const connection = await mongoose.createConnection(address(place.port)).asPromise();
    const admin = connection.getClient().db('admin');
    const { users } = await admin.command({ usersInfo: USER });
    if (Array.isArray(users) && users.length > 0) await admin.command({ dropUser: USER });
    await admin.command({ createUser: USER, pwd: password, roles: [{ role: 'root', db: 'admin' }] });
    await connection.close();
  } finally {
    await server.stop();
  }
  renameSync(`${passwordFile}.new`, passwordFile);
}

function spawnSecantus({ root, folder, logFile, port }: Place, more: readonly string[]): Promise<ServerProcess> {
  const { command, args } = secantusCommand(root);
  const settings = join(folder, 'secantusd.toml');
  writeFileSync(settings, '', { mode: 0o600 }); // else it would look for settings elsewhere on the machine
  const flags = ['--config', settings, '--host', '127.0.0.1', '--port', String(port)];
  const store = [
    '--storage-path',
    join(folder, 'store'),
    '--sync-on-commit',
    '--oplog-retention-seconds',
    OPLOG_SECONDS,
  ];
  return startServerProcess({ command, args: [...args, ...flags, ...store, ...more], cwd: folder, logFile });
}
