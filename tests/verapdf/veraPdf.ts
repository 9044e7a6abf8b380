import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '1.28.2';
const root = join(__dirname, '../..');
const jars = join(root, '.vigie', `verapdf-${VERSION}`);

/** What installs both on Debian; `.ci/run` does. */
const INSTALL = 'apt-get install default-jdk-headless maven';

/** The oracle's jars, fetched at the first call; null, with the reason, where they cannot be. */
export function installVeraPdf(): { missing: string } | null {
  if (spawnSync('java', ['-version']).error !== undefined) return { missing: `no Java: ${INSTALL}` };
  if (existsSync(jars)) return null;
  if (spawnSync('mvn', ['-version']).error !== undefined) return { missing: `no Maven: ${INSTALL}` };
  mkdirSync(join(root, '.vigie'), { recursive: true });
  const pom = join(__dirname, 'pom.xml');
  const fetched = spawnSync(
    'mvn',
    ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`],
    {
      encoding: 'utf8',
    },
  );
  if (fetched.status === 0) return null;
  rmSync(jars, { recursive: true, force: true });
  return { missing: `veraPDF ${VERSION} cannot be fetched: ${fetched.stdout.trim().split('\n')[0]}` };
}

/** What veraPDF says of each file under PDF/UA-1, by its path: "compliant", or the clauses that it breaks. One JVM for all. */
export function verifyPdfs(paths: readonly string[]): Map<string, string> {
  const command = ['-Djava.util.logging.config.file=none', '-cp', join(jars, '*'), join(__dirname, 'Verify.java')];
  const { status, stdout, stderr } = spawnSync('java', [...command, ...paths], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`veraPDF failed: ${stderr.slice(0, 500)}`);
  const lines = stdout.split('\n').filter((line) => line.includes('\t'));
  return new Map(lines.map((line) => line.split('\t') as [string, string]));
}
