import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { writeGroups } from './groups.mjs';
import { EVERY_CORE, report, runStages } from './jest.mjs';
import { main, seconds } from './say.mjs';

/**
 * One after the other; what stands in one line goes side by side. What starts whole systems or a browser waits as much as
 * it works: one beside another, never beside tests that keep every core busy.
 */
const STAGES = [
  [['--selectProjects', 'grouped', 'security', 'workflows', ...EVERY_CORE]],
  [
    ['--selectProjects', 'faults', '--runInBand'],
    ['--selectProjects', 'endToEnd', 'browser', '--runInBand'],
  ],
];

await main(async () => {
  const given = process.argv.slice(2);
  await bootstrap();
  await build();
  await writeGroups();
  const startedMs = performance.now();
  const sum = await runStages(given.length > 0 ? [[given]] : STAGES);
  if (findChromium() === null) {
    console.log(
      '\nNo Chromium was found, so the browser tests were skipped. On Debian and Ubuntu: apt-get install -y chromium',
    );
  }
  console.log(`\n${seconds(startedMs)}`);
  process.exitCode = report(sum);
});
