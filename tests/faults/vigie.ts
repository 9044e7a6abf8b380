import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../runtime/root';
import type { Trial } from './trial';

const SIGNED_WITHIN_MS = 10_000;

/** Exports the whole journal and has it verified, both by the command, as anybody would. */
export async function verifyWhole(trial: Trial): Promise<{ code: number | null; said: string }> {
  const file = join(trial.dataFolder, 'journal.jsonl');
  const deadline = performance.now() + SIGNED_WITHIN_MS;
  for (;;) {
    const exported = vigie(trial, 'journal', 'export', '--out', file);
    if (exported.code === 0) break;
    if (performance.now() > deadline) return exported;
    await sleep(500); // the signer follows
  }
  const { key, origin } = JSON.parse(vigie(trial, 'key', 'show', '--json').said) as { key: string; origin: string };
  return vigie(trial, 'verify', file, '--key', key, '--origin', origin);
}

function vigie({ start, dataFolder }: Trial, ...words: string[]) {
  const command = join(projectRoot(), 'dist', 'cli', 'main.js');
  const env = {
    ...process.env,
    VIGIE_DATA: dataFolder,
    VIGIE_URL: start.shown.address,
    VIGIE_TOKEN: start.shown.token ?? '',
    VIGIE_LANGUAGE: 'en',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: 'utf8', env });
  return { code: status, said: `${stdout}${stderr}`.trim() };
}
