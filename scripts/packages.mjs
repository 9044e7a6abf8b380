import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { inside, runShown, Stop } from './say.mjs';

const LEAST_NODE = [20, 19];

/** @throws Stop on a Node that is too old. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new Stop(
    `Vigie needs Node ${LEAST_NODE.join('.')} or newer and this is Node ${version}: install a newer Node, then run the same command again.`,
  );
}

/** Installs the npm packages when what is installed is not what the lock file names. */
export async function installPackages() {
  if (packagesAreThere()) return;
  if (spawnSync('npm', ['--version']).error) {
    throw new Stop('npm is missing: install it (it usually comes with Node), then run the same command again.');
  }
  await runShown('npm packages', 'npm', ['ci', '--no-progress', '--no-audit', '--no-fund', '--loglevel=http'], {
    usual: 'fetches what package-lock.json names, about 500 MB on disk; usually one to three minutes',
    show: (line) => /http fetch GET \d+ \S*\/([^/\s]+)/.exec(line)?.[1],
  });
}

/** npm writes its own list last, so that an installation which was cut short never counts. */
function packagesAreThere() {
  const wanted = packagesOf(inside('package-lock.json'));
  const present = packagesOf(inside('node_modules', '.package-lock.json'));
  if (wanted === null) throw new Stop('package-lock.json is missing: clone the project again.');
  if (present === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return present[path] === undefined ? optional === true : present[path].version === version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
