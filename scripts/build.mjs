import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { inside, main, runShown, seconds } from './say.mjs';

const ROOMS = [
  'domain',
  'application',
  'workflows',
  'activities',
  'adapters',
  'templates',
  'api',
  'worker',
  'cli',
  'verifier',
  'runtime',
  'bench',
];
const stamp = inside('dist', 'sources.stamp');

/**
 * Compiles to `dist/` and bundles the workflows; does nothing when no source has changed since. What runs from `dist/`
 * meanwhile never finds it half-made.
 */
export async function build() {
  const wanted = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const [made, former] = ['made', 'former'].map((name) => inside('.vigie', `build-${name}-${process.pid}`));
  const tsc = inside('node_modules', 'typescript', 'bin', 'tsc');
  try {
    await runShown('compile', process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', made], {
      usual: 'TypeScript to dist/; usually half a minute',
    });
    await bundleWorkflows(made);
    chmodSync(join(made, 'cli', 'main.js'), 0o755); // so that `npx vigie` runs it after every build
    writeFileSync(join(made, 'sources.stamp'), wanted);
    if (existsSync(inside('dist'))) renameSync(inside('dist'), former);
    renameSync(made, inside('dist'));
  } finally {
    for (const folder of [made, former]) rmSync(folder, { recursive: true, force: true });
  }
}

/** One file for the Temporal sandbox, so that a worker starts without a bundler. */
async function bundleWorkflows(folder) {
  const startedMs = performance.now();
  console.log('  workflow bundle: usually some seconds');
  const { bundleWorkflowCode } = createRequire(import.meta.url)('@temporalio/worker');
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({ workflowsPath: join(folder, 'workflows', 'index.js'), logger: silent });
  writeFileSync(join(folder, 'workflows.bundle.js'), code);
  console.log(`  workflow bundle: done in ${seconds(startedMs)}`);
}

function hashOfSources() {
  const hash = createHash('sha256');
  const files = ROOMS.flatMap((room) => sourcesIn(inside(room))).toSorted();
  for (const file of [...files, inside('package-lock.json'), inside('tsconfig.json'), inside('tsconfig.build.json')]) {
    hash
      .update(`${file.slice(inside().length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    await bootstrap({ servers: false });
    await build();
  });
}
