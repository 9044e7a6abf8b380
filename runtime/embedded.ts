import { join } from 'node:path';
import { openDatabase } from './compose/database';
import { composeMailbox } from './compose/mailbox';
import type { Config } from './config';
import { rotate } from './rotate';
import { startCatchingSmtp } from './servers/catchingSmtp';
import { chooseEngine, type DatabaseEngine, startDatabase } from './servers/database';
import { freePort } from './servers/freePort';
import { type Keeper, keepAlive } from './servers/keepAlive';
import { pruneRecord } from './servers/pruneRecord';
import type { Register } from './servers/orphans';
import type { ServerProcess } from './servers/serverProcess';
import { startTemporal } from './servers/temporal';

const WISHED = { database: 27_027, temporal: 7_233, temporalUi: 8_233, smtp: 2_525 };

/** With the retention (`secantus.ts`) this bounds how long an erased value lies in the server's record of changes. */
const PRUNE_EVERY_MS = 60_000;

type Around = { config: Config; register: Register; say(what: string): void };

export type CatchingSmtp = { url: string; stop(): Promise<void> };

/** An embedded server that runs, its address, and what the operator may want to know of it. */
export type Embedded<Facts> = Facts & { keeper: Keeper };

/** The database of the data folder, watched; it comes back on the same port. */
export async function embedDatabase(around: Around): Promise<Embedded<{ url: string; engine: DatabaseEngine }>> {
  const { root, dataFolder } = around.config;
  rotate(join(dataFolder, 'logs', 'database.log'));
  const engine = chooseEngine(dataFolder, process.env['PATH'] ?? '');
  const port = await freePort(WISHED.database);
  let url = '';
  const keeper = await keep('database', around, async () => {
    const started = await startDatabase(engine, root, dataFolder, port);
    url = started.url;
    return started.server;
  });
  if (engine === 'mongod') return { url, engine, keeper };
  const endPruning = pruneRecord(url, PRUNE_EVERY_MS);
  const stop = async (graceMs?: number) => {
    await endPruning(); // a client goes before its server
    await keeper.stop(graceMs);
  };
  return { url, engine, keeper: { stop } };
}

/** Temporal on a file of the data folder, watched. The relay notices when it comes back empty. */
export async function embedTemporal(around: Around): Promise<Embedded<{ address: string; ui: string }>> {
  const { root, dataFolder } = around.config;
  const logFile = join(dataFolder, 'logs', 'temporal.log');
  rotate(logFile);
  const port = await freePort(WISHED.temporal);
  const uiPort = await freePort(WISHED.temporalUi);
  const folder = join(dataFolder, 'temporal');
  const keeper = await keep('temporal', around, async () => {
    const { server, setAside } = await startTemporal({ root, folder, logFile, port, uiPort });
    if (setAside !== null) {
      around.say(`Temporal's file did not open: it was kept as ${setAside}, and the journal fills a new one`);
    }
    return server;
  });
  return { address: `127.0.0.1:${port}`, ui: `http://127.0.0.1:${uiPort}`, keeper };
}

/** Catches mails in this process, into the database's mailbox: it lives as long as the supervisor. */
export async function embedSmtp({ config }: Pick<Around, 'config'>, mongoUrl: string): Promise<CatchingSmtp> {
  const opened = await openDatabase({ mongoUrl });
  const store = await composeMailbox(config, opened);
  const { url, stop } = await startCatchingSmtp({ store, port: await freePort(WISHED.smtp) });
  const stopAll = async () => {
    await stop();
    await opened.close();
  };
  return { url, stop: stopAll };
}

function keep(name: string, { register, say }: Around, start: () => Promise<ServerProcess>): Promise<Keeper> {
  const registered = async () => {
    const server = await start();
    register.add(name, server.pid);
    return server;
  };
  return keepAlive({ name: `The ${name} server`, start: registered, say });
}
