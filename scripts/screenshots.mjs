// Pictures of every page, at 1280 and 390 px, into docs/screenshots. Needs a Chromium (`apt-get install chromium`).
// `node scripts/screenshots.mjs now guest` takes only these.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const only = process.argv.slice(2).join(',');
const jest = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), 'tests/browser/screenshots'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    VIGIE_SCREENSHOTS: process.env.VIGIE_SCREENSHOTS ?? join(root, 'docs', 'screenshots'),
    ...(only !== '' && { VIGIE_SCREENS: only }),
  },
});
process.exit(jest.status ?? 1);
