import { beginOrganisation } from './beginOrganisation';
import { startBlock } from './block';
import { type Config, linkBase, WISHED_PORT } from './config';
import { embedDatabase, embedSmtp, embedTemporal } from './embedded';
import { openLog } from './log';
import { startProcesses } from './processes/processes';
import { clearRunning, writeRunning } from './running';
import { openDataFolder } from './servers/dataFolder';
import { freePort, namedPort } from './servers/freePort';
import type { Keeper } from './servers/keepAlive';
import { createRegister } from './servers/orphans';

/** What a server may take to end, after the processes that use it (milliseconds). */
const SERVER_GRACE_MS = 3_000;

type Around = {
  config: Config;
  /** Tells the operator of an unusual event. */
  say(what: string): void;
  /** Ends a start that is under way. */
  signal: AbortSignal;
};

/** `stop` ends the processes, then the servers, and lets the data folder go. */
export type Supervised = { block: string; stop(): Promise<void> };

/**
 * The whole of `npm start`: the embedded servers that are not replaced, the first organisation, the four processes.
 * What has been started is stopped again when a later part fails or `signal` comes meanwhile.
 *
 * @throws Stop in words for what the operator can mend.
 */
export async function supervise({ config, say, signal }: Around): Promise<Supervised> {
  const unlock = openDataFolder(config.dataFolder);
  const register = createRegister(config.dataFolder);
  const around = { config, register, say, signal };
  const servers: Keeper[] = [];
  let processes: Keeper | null = null;

  const stop = async () => {
    await processes?.stop();
    await Promise.all(servers.map((server) => server.stop(SERVER_GRACE_MS)));
    clearRunning(config);
    register.clear();
    unlock();
  };
  const kept = <Started extends { keeper: Keeper }>(started: Started): Started => {
    servers.push(started.keeper);
    return started;
  };

  try {
    const port =
      config.port === null ? await freePort(WISHED_PORT, config.bind) : await namedPort(config.port, config.bind);
    const orphans = await register.endOrphans();
    if (orphans > 0) say(`${orphans} processes that a killed start left behind have been ended`);

    const { mongoUrl, temporal, smtpUrl } = config;
    const databaseStarts =
      mongoUrl === null ? embedDatabase(around).then(kept) : Promise.resolve({ url: mongoUrl, engine: null });
    const [database, engine, mail] = await settled([
      databaseStarts,
      temporal.address === null ? embedTemporal(around).then(kept) : { address: temporal.address, ui: null },
      smtpUrl === null ? embedSmtp(around, databaseStarts).then(kept) : { url: smtpUrl },
    ]);
    signal.throwIfAborted();

    const connected = {
      ...config,
      port,
      mongoUrl: database.url,
      temporal: { ...temporal, address: engine.address },
      smtpUrl: mail.url,
      smtpCatching: smtpUrl === null,
    };
    const { orgId, token } = await beginOrganisation(connected, openLog('supervisor', config));
    signal.throwIfAborted();
    processes = await startProcesses(connected, around);
    signal.throwIfAborted();
    writeRunning(connected);
    const block = startBlock({
      address: linkBase(connected),
      token,
      orgId,
      dataFolder: config.dataFolder,
      engine: database.engine,
      temporalUi: engine.ui,
      mailsAreCaught: connected.smtpCatching,
    });
    return { block, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As `Promise.all`, but what is being started is waited for before the first failure is thrown. */
async function settled<T extends readonly unknown[]>(
  starting: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(starting);
  return Promise.all(starting);
}
