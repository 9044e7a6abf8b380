import { availableParallelism } from 'node:os';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { report, runLanes } from './jest.mjs';
import { main, seconds } from './say.mjs';

/**
 * Two lanes side by side. What starts whole systems or a browser waits more than it works, so it goes one by one beside
 * the rest, which has a worker for each core. Each asks for its own ports, folders and servers.
 */
const LANES = [
  ['--selectProjects', 'faults', 'endToEnd', 'browser', '--runInBand'],
  ['--selectProjects', 'unit', 'contract', 'security', 'workflows', `--maxWorkers=${availableParallelism()}`],
];

await main(async () => {
  const given = process.argv.slice(2);
  await bootstrap();
  await build();
  const startedMs = performance.now();
  const sum = await runLanes(given.length > 0 ? [given] : LANES);
  if (findChromium() === null) {
    console.log(
      '\nNo Chromium was found, so the browser tests were skipped. On Debian and Ubuntu: apt-get install -y chromium',
    );
  }
  console.log(`\n${seconds(startedMs)}`);
  process.exitCode = report(sum);
});
