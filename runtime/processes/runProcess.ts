import type { Logger } from 'pino';
import { withoutWords } from '../../api/http/log';
import { languageOf } from '../../cli/shell/language';
import { type Connected, readConfig, requireServers } from '../config';
import { openLog } from '../log';
import { projectRoot } from '../root';
import { Stop } from '../stop';

/** What a process tells its supervisor once it does its work. */
export type Ready = { ready: true };

export type Running = {
  /** Ends the work in hand, then lets go of the servers. */
  close(): Promise<void>;
};

type Work = (parts: {
  config: Connected;
  log: Logger;
  /** Ends the process, which its supervisor starts again. */
  fall(error: unknown): void;
}) => Promise<Running>;

const PRIVATE_UMASK = 0o077;

/**
 * The frame of each process behind the supervisor, which also runs alone in production: reads the environment, says
 * when it is ready, and ends in order on SIGTERM, SIGINT, or when its supervisor has died.
 */
export async function runProcess(name: string, work: Work): Promise<void> {
  process.umask(PRIVATE_UMASK);
  try {
    const config = requireServers(readConfig(process.env, projectRoot()));
    const log = openLog(name, config);
    const fall = (error: unknown) => {
      log.fatal(withoutWords(error), 'the process ends and is started again');
      process.exit(1);
    };
    const running = await work({ config, log, fall });
    endOn(config, log, running, fall);
    log.info('ready');
    const ready: Ready = { ready: true };
    process.send?.(ready);
  } catch (error) {
    console.error(error instanceof Stop ? error.in(languageOf(process.env)) : error);
    process.exit(1); // whatever was opened before the failure would keep it alive
  }
}

function endOn({ shutdownMs }: Connected, log: Logger, running: Running, fall: (error: unknown) => void): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), shutdownMs).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(withoutWords(error), 'did not end in order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  process.on('disconnect', end);
  process.on('uncaughtException', (error) => {
    if (isEnding) log.warn(withoutWords(error), 'while ending');
    else fall(error);
  });
}
