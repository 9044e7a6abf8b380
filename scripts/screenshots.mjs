// Pictures of every page, at 1280 and 390 px, into docs/screenshots. Needs a Chromium (`apt-get install chromium`).
// `node scripts/screenshots.mjs now guest` takes only these, `all` takes every page; without names, those that the
// documentation shows. VIGIE_WIDTHS=320,390 and VIGIE_LANGUAGE=en look at other widths and in English.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const shown = 'now,incidents,incident,draft,review,notice,signal,journal,agreement,mailbox,guest,guest.en';
const only = process.argv.slice(2).join(',') || shown;
const jest = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), 'tests/browser/screenshots'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    VIGIE_SCREENSHOTS: process.env.VIGIE_SCREENSHOTS ?? join(root, 'docs', 'screenshots'),
    VIGIE_SCREENS: only,
  },
});
process.exit(jest.status ?? 1);
