import { beginOrganisation } from './beginOrganisation';
import { startBlock } from './block';
import { type Config, linkBase, WISHED_PORT } from './config';
import { openLog } from './log';
import { startProcesses } from './processes/processes';
import { clearRunning, writeRunning } from './running';
import { freeBytesOf, openDataFolder } from './servers/dataFolder';
import { freePort, namedPort } from './servers/freePort';
import { keptPort } from './servers/keptPort';
import type { Keeper } from './servers/keepAlive';
import { createRegister } from './servers/orphans';
import { type Servers, startServers } from './startServers';
import { startSay } from './startWords';

/** Less is taken for a full disk: a database keeps some space for itself. */
const FULL_BYTES = 20_000_000;
const WISHED_ADMIN_PORT = 9_090;

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
  /** A server that falls on a full disk says so in its own log only. */
  const tell = (what: string) => {
    say(what);
    if (freeBytesOf(config.dataFolder) < FULL_BYTES) {
      say(startSay(config.language, 'fullMeanwhile', { folder: config.dataFolder }));
    }
  };
  let servers: Servers | null = null;
  let processes: Keeper | null = null;

  const stop = async () => {
    await processes?.stop();
    await servers?.stop();
    clearRunning(config);
    register.clear();
    unlock();
  };

  try {
    const orphans = await register.endOrphans();
    if (orphans > 0) say(startSay(config.language, 'orphans', { count: orphans }));
    const { bind, dataFolder, temporal } = config;
    const { port, lost } =
      config.port === null
        ? await keptPort(dataFolder, WISHED_PORT, bind)
        : { port: await namedPort(config.port, bind), lost: null };
    const adminPort = config.adminPort === null ? await freePort(WISHED_ADMIN_PORT) : await namedPort(config.adminPort);

    servers = await startServers({ config, register, say: tell });
    signal.throwIfAborted();
    const { mongoUrl, smtpUrl, temporalAddress, temporalUi, engine } = servers;
    const mailsAreCaught = config.smtpUrl === null;
    const connected = {
      ...config,
      port,
      adminPort,
      mongoUrl,
      temporal: { ...temporal, address: temporalAddress },
      smtpUrl,
      smtpCatching: mailsAreCaught,
    };
    const { orgId, token } = await beginOrganisation(connected, openLog('supervisor', config));
    signal.throwIfAborted();
    processes = await startProcesses(connected, { register, say: tell, signal });
    signal.throwIfAborted();
    writeRunning(connected);
    const address = linkBase(connected);
    const portNote = { isWished: port === (config.port ?? WISHED_PORT), lost };
    const facts = { address, portNote, token, orgId, dataFolder, engine, temporalUi, mailsAreCaught };
    return { block: startBlock(facts, config.language), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
