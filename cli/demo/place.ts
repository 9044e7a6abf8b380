import { createConnection } from 'node:net';
import { type Connected, readConfig } from '../../runtime/config';
import { projectRoot } from '../../runtime/root';
import { connectTo, readRunning } from '../../runtime/running';
import { Ending, exit } from '../shell/exit';
import type { Shell } from '../shell/shell';

const GREETING_MS = 5_000;

/** The running system: where its API answers and what it stands on. */
export type Place = { url: string; config: Connected };

/**
 * Found through the data folder's own file. Nothing is started here.
 *
 * @throws Ending in one sentence: nothing runs, it does not answer, or its mails would leave the machine
 */
export async function findPlace({ env, say, fetch }: Shell): Promise<Place> {
  const config = readConfig(env, projectRoot());
  const running = readRunning(config);
  const url = (env['VIGIE_URL'] || running?.publicUrl)?.replace(/\/+$/, '');
  if (running === null || url === undefined)
    throw new Ending(exit.away, say('demo.none', { folder: config.dataFolder }));
  const ready = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (ready === null || !ready.ok) throw new Ending(exit.away, say('fault.away', { url }));
  const { smtpUrl } = running;
  if (!(await catches(smtpUrl))) throw new Ending(exit.usage, say('demo.relay', { host: new URL(smtpUrl).host }));
  return { url, config: { ...connectTo(config, { ...running, publicUrl: url }), smtpCatching: true } };
}

/** The catching server says in its greeting that nothing leaves from there. */
function catches(smtpUrl: string): Promise<boolean> {
  const { hostname: host, port } = new URL(smtpUrl);
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: Number(port) }).setTimeout(GREETING_MS);
    const end = (isCatching: boolean) => {
      resolve(isCatching);
      socket.destroy();
    };
    socket.once('data', (greeting) => end(greeting.toString('latin1').includes('Vigie catching server')));
    for (const event of ['error', 'timeout', 'end'] as const) socket.once(event, () => end(false));
  });
}
