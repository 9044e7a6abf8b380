import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connected, readConfig } from '../runtime/config';
import { connectTo, readRunning } from '../runtime/running';
import { readRegister } from '../runtime/servers/orphans';
import { supervise } from '../runtime/supervise';

export type System = { url: string; config: Connected; pidOf(name: string): number; stop(): Promise<void> };

/** All of `npm start` on a data folder of its own, with this mail relay: what is measured is what people run. */
export async function startSystem(root: string, smtpUrl: string): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  const own = { VIGIE_DATA: folder, SMTP_URL: smtpUrl, MAIL_FROM: 'bench@vigie.invalid', LOG_LEVEL: 'error' };
  const config = readConfig(own, root);
  const { stop } = await supervise({
    config,
    say: (what) => process.stderr.write(`${what}\n`),
    signal: new AbortController().signal,
  });
  const running = readRunning(config);
  if (running === null) throw new Error('the system runs and says nowhere where');
  return {
    url: running.publicUrl,
    config: connectTo(config, running),
    pidOf: (name) => readRegister(folder).find((one) => one.name === name)?.pid ?? 0,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
