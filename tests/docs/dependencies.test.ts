import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root, rowsOf } from './links';

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
const [, atRunTime = '', forTests = '', wheels = ''] = text.split(/^## /m);
const names = (section: string) => rowsOf(section).map(([name = '']) => name.replaceAll('`', ''));

describe('dependencies', () => {
  it('each has a row with its reason, and no row is left behind', () => {
    expect(names(atRunTime)).toEqual(Object.keys(manifest.dependencies).toSorted());
    expect(names(forTests)).toEqual(Object.keys(manifest.devDependencies).toSorted());
    for (const [, reason = ''] of [...rowsOf(atRunTime), ...rowsOf(forTests)]) expect(reason).not.toBe('');
  });

  it('versions are exact', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('each pinned wheel has a row', () => {
    const pinned = [...readFileSync(join(root, 'scripts/wheels.txt'), 'utf8').matchAll(/^([\w-]+)==/gm)];
    for (const name of names(wheels)) expect(pinned.map(([, wheel]) => wheel)).toContain(name);
  });
});
