import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../fakes/installation';

const processes = join(__dirname, '../../dist/runtime/processes');

/** What a process has loaded when it finds that it was given no servers, and ends. */
function modulesOf(name: string): string[] {
  const script = `
    process.on('exit', () => process.stdout.write(JSON.stringify(Object.keys(require.cache))));
    require(${JSON.stringify(join(processes, `${name}.js`))});`;
  const env = { PATH: process.env['PATH'] };
  const { stdout } = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
  return JSON.parse(stdout) as string[];
}

const isTemporal = (path: string) => path.includes('@temporalio');

describe('the watchdog process', () => {
  beforeAll(build, 120_000);

  it('loads no module of Temporal', () => {
    const modules = modulesOf('watchdog');
    expect(modules.filter((path) => path.includes('createWatchdog'))).toHaveLength(1);
    expect(modules.filter(isTemporal)).toEqual([]);
  });

  it('is held to it by a look that finds them where they are', () => {
    expect(modulesOf('worker').filter(isTemporal).length).toBeGreaterThan(0);
  });
});
