import { languageOf } from '../cli/shell/language';
import { readConfig } from './config';
import { projectRoot } from './root';
import { startSay } from './startWords';
import { inWords, Stop } from './stop';
import { supervise } from './supervise';

const PRIVATE_UMASK = 0o077;
const language = languageOf(process.env);

/** Runs until Ctrl-C or SIGTERM; a second Ctrl-C does not wait. */
async function main(): Promise<void> {
  process.umask(PRIVATE_UMASK);
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));
  const waiting = setInterval(() => undefined, 60_000); // no server here may keep this process alive, so something must
  const end = () => (ending.signal.aborted ? process.exit(1) : ending.abort());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);

  process.on('uncaughtException', (error) => {
    console.error(error);
    process.exitCode = 1;
    ending.abort(); // what runs is still ended in order
  });

  const say = (what: string) => console.log(`${new Date().toISOString()}  ${what}`);
  try {
    const config = readConfig(process.env, projectRoot());
    const { block, stop } = await supervise({ config, say, signal: ending.signal });
    console.log(block);
    await ended;
    console.log(`\n${startSay(language, 'stops')}`);
    await stop();
    console.log(startSay(language, 'stoppedKept'));
  } finally {
    clearInterval(waiting);
  }
}

main().catch((thrown: unknown) => {
  const error = inWords(thrown, startSay(language, 'dataFolder'));
  const isAbort = error instanceof Error && error.name === 'AbortError';
  if (isAbort) return console.log(`\n${startSay(language, 'stopped')}`);
  console.error(error instanceof Stop ? `\n${error.in(language)}` : error);
  process.exitCode = 1;
});
