import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../runtime/root';

/** A mount namespace of one's own, as root of it: Linux where user namespaces are allowed. Null says why there is none. */
export function smallDisksAreMissing(): string | null {
  const tried = spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], {
    encoding: 'utf8',
  });
  if (tried.status === 0) return null;
  return `no mount namespace can be made here: ${tried.error?.message ?? tried.stderr.trim()}`;
}

export type SmallDisk = {
  child: ChildProcess;
  output(): string;
  /** Where the disk is seen from out here, while the process lives. */
  seenAt: string;
  ended: Promise<number | null>;
  remove(): void;
};

/**
 * `npm start` whose data folder lies on a real file system of this size, that nobody else sees.
 *
 * @param before shell command run on the mounted disk (`$DISK`) first
 */
export function startOnDisk(megabytes: number, before = ':', env: NodeJS.ProcessEnv = {}): SmallDisk {
  const disk = mkdtempSync(join(tmpdir(), 'vigie-disk-'));
  const script = join(projectRoot(), 'scripts', 'start.mjs');
  const steps = [
    `mount -t tmpfs -o size=${megabytes}m,mode=700 none "$DISK"`,
    before,
    `exec "${process.execPath}" "${script}"`,
  ].join(' && ');
  const { NODE_OPTIONS: _, ...clean } = process.env;
  const child = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', steps], {
    cwd: projectRoot(),
    env: { ...clean, ...env, DISK: disk, VIGIE_DATA: join(disk, 'data'), VIGIE_LANGUAGE: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += String(chunk)));
  return {
    child,
    output: () => text,
    seenAt: `/proc/${child.pid}/root${disk}`,
    ended: once(child, 'close').then(([code]) => code as number | null),
    remove: () => rmSync(disk, { recursive: true, force: true }),
  };
}
