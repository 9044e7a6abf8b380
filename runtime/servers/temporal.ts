import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess, waitForPort } from './serverProcess';
import { temporalCommand } from './venv';

/** One task-queue partition: with one worker more of them only make it wait longer. */
const DYNAMIC = ['matching.numTaskqueueReadPartitions=1', 'matching.numTaskqueueWritePartitions=1'];

/** Opaque ids, a word and an instant: Temporal shows them to whoever may look. */
export const SEARCH_ATTRIBUTES = ['VigieOrg=Keyword', 'VigieState=Keyword', 'VigieDueAt=Datetime'];

type Place = { root: string; folder: string; logFile: string; port: number; uiPort: number };

/**
 * Temporal's development server on a file. A file that does not open is set aside: the relay fills an empty Temporal
 * from the journal again.
 *
 * @returns also the name under which a damaged file was kept, null as a rule
 */
export async function startTemporal(place: Place): Promise<{ server: ServerProcess; setAside: string | null }> {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const database = join(place.folder, 'temporal.db');
  const existed = existsSync(database);
  try {
    return { server: await spawnTemporal(place, database), setAside: null };
  } catch (error) {
    if (!existed) throw error;
    const setAside = `${database}.aside-${Date.now()}`;
    for (const tail of ['', '-wal', '-shm']) {
      if (existsSync(database + tail)) renameSync(database + tail, setAside + tail);
    }
    return { server: await spawnTemporal(place, database), setAside };
  }
}

async function spawnTemporal({ root, folder, logFile, port, uiPort }: Place, database: string): Promise<ServerProcess> {
  const args = [
    'server',
    'start-dev',
    '--ip=127.0.0.1',
    `--port=${port}`,
    `--ui-port=${uiPort}`,
    `--db-filename=${database}`,
    '--ui-disable-news-fetch',
    '--sqlite-pragma=journal_mode=WAL',
    '--log-level=warn',
    ...DYNAMIC.map((value) => `--dynamic-config-value=${value}`),
    ...SEARCH_ATTRIBUTES.map((attribute) => `--search-attribute=${attribute}`),
  ];
  const server = await startServerProcess({ command: temporalCommand(root), args, cwd: folder, logFile });
  try {
    await waitForPort(port, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}
