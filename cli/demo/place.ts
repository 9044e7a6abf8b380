import { join } from 'node:path';
import { type Connected, readConfig } from '../../runtime/config';
import { projectRoot } from '../../runtime/root';
import { readRunning } from '../../runtime/running';
import { Ending, exit } from '../shell/exit';
import type { Shell } from '../shell/shell';

/** The running system: where its API answers, what it stands on, where it keeps caught mails. */
export type Place = { url: string; config: Connected; mailbox: string };

/**
 * Found through the data folder's own file. Nothing is started here.
 *
 * @throws Ending `away`, one sentence, when nothing runs or does not answer
 */
export async function findPlace({ env, say, fetch }: Shell): Promise<Place> {
  const config = readConfig(env, projectRoot());
  const running = readRunning(config);
  const url = (env['VIGIE_URL'] || running?.publicUrl)?.replace(/\/+$/, '');
  if (running === null || url === undefined)
    throw new Ending(exit.away, say('demo.none', { folder: config.dataFolder }));
  const ready = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (ready === null || !ready.ok) throw new Ending(exit.away, say('fault.away', { url }));
  const { mongoUrl, smtpUrl, temporalAddress } = running;
  const temporal = { ...config.temporal, address: temporalAddress };
  const connected = { ...config, publicUrl: url, mongoUrl, smtpUrl, temporal, smtpCatching: config.smtpUrl === null };
  return { url, config: connected, mailbox: join(config.dataFolder, 'mailbox') };
}
