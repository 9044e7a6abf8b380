import { join } from 'node:path';
import type { Connected } from '../config';
import { rotate } from '../rotate';
import { type Keeper, keepAlive } from '../servers/keepAlive';
import type { Register } from '../servers/orphans';
import { type ProcessName, startChild } from './startChild';

/** They end in this order, each group when the one before it has (milliseconds): together below ten seconds. */
const ENDING: { names: readonly ProcessName[]; graceMs: number }[] = [
  { names: ['api'], graceMs: 2_000 },
  { names: ['worker'], graceMs: 3_000 },
  { names: ['relay', 'watchdog'], graceMs: 1_500 },
];

type Around = { register: Register; say(what: string): void; signal: AbortSignal };

/** Starts api, worker, relay and watchdog, and starts again whichever ends. Resolves once all are ready. */
export async function startProcesses(config: Connected, { register, say, signal }: Around): Promise<Keeper> {
  const env = environmentOf(config);
  const names = ENDING.flatMap((group) => group.names);
  const started = await Promise.allSettled(
    names.map(async (name) => {
      const logFile = join(config.dataFolder, 'logs', `${name}.log`);
      rotate(logFile);
      const start = async () => {
        const child = await startChild({ name, env, logFile, signal });
        register.add(name, child.pid);
        return child;
      };
      const titled = (error: unknown) => {
        signal.throwIfAborted();
        throw new Error(`The ${name} does not start: ${error instanceof Error ? error.message : error} (${logFile})`);
      };
      return [name, await keepAlive({ name: `The ${name}`, start, say }).catch(titled)] as const;
    }),
  );
  const keepers = new Map(started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
  const stop = async () => {
    for (const { names: group, graceMs } of ENDING) {
      await Promise.all(group.map((name) => keepers.get(name)?.stop(graceMs)));
    }
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return { stop };
}

/** What a process reads instead of the operator's variables where an embedded part answers. */
function environmentOf(config: Connected): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(config.port),
    ADMIN_PORT: String(config.adminPort),
    MONGODB_URL: config.mongoUrl,
    TEMPORAL_ADDRESS: config.temporal.address,
    SMTP_URL: config.smtpUrl,
    SMTP_CATCHING: String(config.smtpCatching),
    MAIL_FROM: config.mailFrom,
    VIGIE_DATA: config.dataFolder,
    SHUTDOWN_SECONDS: '3',
  };
}
