import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { add, nothing, runJest, report } from './jest.mjs';
import { main, seconds } from './say.mjs';

/** Two cores: what shares servers runs two at a time; what owns a clock, a data folder or a browser runs alone. */
const CALLS = [
  ['--selectProjects', 'unit', 'contract', 'security', '--maxWorkers=2'],
  ['--selectProjects', 'workflows', '--runInBand'],
  ['--selectProjects', 'faults', 'endToEnd', 'browser', '--runInBand'],
];

await main(async () => {
  const given = process.argv.slice(2);
  await bootstrap();
  await build();
  const startedMs = performance.now();
  let sum = nothing;
  for (const args of given.length > 0 ? [given] : CALLS) sum = add(sum, await runJest(args));
  if (findChromium() === null) {
    console.log(
      '\nNo Chromium was found, so the browser tests were skipped. On Debian and Ubuntu: apt-get install -y chromium',
    );
  }
  console.log(`\n${seconds(startedMs)}`);
  process.exitCode = report(sum);
});
