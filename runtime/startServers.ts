import type { Config } from './config';
import { embedDatabase, embedSmtp, embedTemporal } from './embedded';
import type { DatabaseEngine } from './servers/database';
import type { Register } from './servers/orphans';

/** What a server may take to end, after the processes that use it (milliseconds). */
const SERVER_GRACE_MS = 3_000;

type Around = { config: Config; register: Register; say(what: string): void };

/** Where the servers answer. Null: the operator's own, of which nothing is known. */
export type Servers = {
  mongoUrl: string;
  engine: DatabaseEngine | null;
  temporalAddress: string;
  temporalUi: string | null;
  smtpUrl: string;
  stop(): Promise<void>;
};

/**
 * The embedded part of each server that the operator has not replaced.
 *
 * @throws what the first one that does not start throws, once the others are stopped
 */
export async function startServers(around: Around): Promise<Servers> {
  const { mongoUrl, temporal, smtpUrl } = around.config;
  const databaseStarts = mongoUrl === null ? embedDatabase(around) : Promise.resolve({ url: mongoUrl, engine: null });
  const temporalStarts =
    temporal.address === null ? embedTemporal(around) : Promise.resolve({ address: temporal.address, ui: null });
  const mailStarts =
    smtpUrl === null
      ? databaseStarts.then(({ url }) => embedSmtp(around, url))
      : Promise.resolve({ url: smtpUrl, stop: async () => undefined });

  // The mail catcher is a client of the database: it goes first.
  const stop = async () => {
    await mailStarts.then((mail) => mail.stop()).catch(() => undefined);
    const kept = await Promise.allSettled([databaseStarts, temporalStarts]);
    const keepers = kept.flatMap((start) =>
      start.status === 'fulfilled' && 'keeper' in start.value ? [start.value.keeper] : [],
    );
    await Promise.all(keepers.map((keeper) => keeper.stop(SERVER_GRACE_MS)));
  };
  try {
    await Promise.allSettled([databaseStarts, temporalStarts, mailStarts]);
    const [database, engine, mail] = await Promise.all([databaseStarts, temporalStarts, mailStarts]);
    return {
      mongoUrl: database.url,
      engine: database.engine,
      temporalAddress: engine.address,
      temporalUi: engine.ui,
      smtpUrl: mail.url,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
