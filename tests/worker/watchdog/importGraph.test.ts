import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(__dirname, '../../..');

/** What a module loads when it runs: `import type` is gone by then. */
function loadedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const calls = text.matchAll(/\b(?:require|import)(?:\.resolve)?\('([^']+)'\)/g);
  return [...statements, ...calls].map(([, name]) => name ?? '');
}

function pathOf(from: string, name: string): string {
  const path = join(dirname(from), name);
  const found = [`${path}.ts`, join(path, 'index.ts'), path].find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`${relative(root, from)} imports ${name}, which is not there`);
  return found;
}

/** Packages that a process loads, each with the file that asks for it first. */
function packagesOf(entry: string): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set([entry]);
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const name of loadedBy(file)) {
      if (!name.startsWith('.')) {
        if (!packages.has(name)) packages.set(name, relative(root, file));
        continue;
      }
      const path = pathOf(file, name);
      if (!seen.has(path)) waiting.push(path);
      seen.add(path);
    }
  }
  return packages;
}

const temporalIn = (entry: string) =>
  [...packagesOf(join(root, entry))].filter(([name]) => name.startsWith('@temporalio/')).map(([, file]) => file);

describe('the second path', () => {
  it('loads no module of Temporal, from its process down to the last adapter', () => {
    expect(temporalIn('runtime/processes/watchdog.ts')).toEqual([]);
    expect(packagesOf(join(root, 'runtime/processes/watchdog.ts')).size).toBeGreaterThan(5);
  });

  it('while the first path does, so that this test can see it', () => {
    expect(temporalIn('runtime/processes/worker.ts')).not.toEqual([]);
    expect(temporalIn('runtime/processes/relay.ts')).not.toEqual([]);
  });
});
