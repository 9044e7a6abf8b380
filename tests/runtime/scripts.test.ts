import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../runtime/root';

const root = projectRoot();
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Runs a line of module code beside the scripts, and gives what it printed. */
function run(code: string, env: NodeJS.ProcessEnv = process.env) {
  const script = ['--input-type=module', '-e', code];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    cwd: join(root, 'scripts'),
    env,
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}

describe('the bootstrap', () => {
  it.each(['18.20.0', '20.18.3'])('refuses Node %s in one sentence that says what to do', (version) => {
    const { printed } = run(`
      import { main } from './say.mjs';
      import { checkNode } from './packages.mjs';
      await main(() => checkNode('${version}'));`);
    expect(printed.trim()).toBe(
      `Vigie needs Node 20.19 or newer and this is Node ${version}: install a newer Node, then run the same command again.`,
    );
  });

  it.each(['20.19.0', '24.21.0'])('takes Node %s', (version) => {
    expect(run(`import { checkNode } from './packages.mjs'; checkNode('${version}');`)).toEqual({
      status: 0,
      printed: '',
    });
  });

  it('says nothing and takes less than a second of work when nothing is missing', () => {
    // Its own processor time: how long a busy machine lets it wait is not its doing.
    const timed = `import { bootstrap } from './bootstrap.mjs'; await bootstrap();
      const { user, system } = process.cpuUsage();
      console.log(user + system < 1_000_000 ? 'quick' : 'slow');`;
    expect(run(timed)).toEqual({ status: 0, printed: expect.stringMatching(/^quick\s*$/) });
  });

  it('says at once what a step fetches, how long it usually takes and where its log lies, and goes on to say that it lives', () => {
    const { status, printed } = run(`
      import { runShown } from './say.mjs';
      const options = { usual: 'fetches nothing; usually a moment', tellEveryMs: 50, show: () => 'left-pad' };
      await runShown('try of a step', process.execPath, ['-e', 'console.log(1); setTimeout(() => {}, 400)'], options);`);
    const [first = '', ...rest] = printed.trim().split('\n');
    expect([status, first.trim()]).toEqual([
      0,
      expect.stringMatching(/^try of a step: fetches nothing; usually a moment \(log: .*try-of-a-step\.log\)$/),
    ]);
    expect(rest.some((line) => /^ {2}try of a step: \d+ s, left-pad$/.test(line))).toBe(true);
    expect(rest.at(-1)).toMatch(/^ {2}try of a step: done in [\d.]+ s$/);
  });

  it('uses nothing but Node itself before anything is installed', () => {
    for (const name of ['say', 'packages', 'wheels', 'bootstrap']) {
      const imported = [...read(`scripts/${name}.mjs`).matchAll(/from '([^']+)'/g)].map(([, from]) => from);
      expect(imported.filter((from) => !from?.startsWith('node:') && !from?.startsWith('./'))).toEqual([]);
    }
  });
});

describe('a run of tests', () => {
  const summed = (...args: string[]) =>
    run(
      `import { report, runJest } from './jest.mjs'; process.exitCode = report(await runJest(${JSON.stringify(args)}));`,
    );

  it('that finds no test has failed', () => {
    const { status, printed } = summed('--testPathPatterns', 'tests/faults/renamed');
    expect([status, printed]).toEqual([1, expect.stringMatching(/^0 passed, 1 failed$/m)]);
  }, 60_000);

  it('that finds none in one of the places that it was asked for has failed', () => {
    const { status, printed } = summed(
      '--runTestsByPath',
      'tests/runtime/newId.test.ts',
      'tests/runtime/renamed.test.ts',
    );
    expect([status, printed]).toEqual([1, expect.stringMatching(/^[1-9]\d* passed, 1 failed$/m)]);
  }, 60_000);

  it('that finds none of a whole project has failed', () => {
    const { status, printed } = summed(
      '--selectProjects',
      'unit',
      'browser',
      '--testPathPatterns',
      'tests/runtime/newId',
    );
    expect([status, printed]).toEqual([1, expect.stringContaining('no test: browser')]);
  }, 60_000);
});

describe('a test that was skipped', () => {
  const sum = (skipped: object[], env: NodeJS.ProcessEnv) =>
    run(
      `import { report } from './jest.mjs';
       process.exitCode = report({ passed: 5, failed: 0, skipped: ${JSON.stringify(skipped)} });`,
      env,
    );
  const { CI: _, ...quiet } = process.env;
  const ci = { ...quiet, CI: '1' };
  const file = 'tests/faults/disk.test.ts';
  const allowed = { file, title: 'a start on a disk that is full says in one sentence what to do' };
  const other = { file: 'tests/adapters/pdf.test.ts', title: 'bears at the foot reference' };

  it('is named with its reason where one is written down, and fails nothing', () => {
    const { status, printed } = sum([allowed], ci);
    expect([status, printed.trim().split('\n').at(-1)]).toEqual([0, '5 passed, 0 failed, 1 skipped']);
    expect(printed).toMatch(/^skipped: tests\/faults\/disk\.test\.ts \(1\): needs a mount namespace/);
  });

  it('without one is a failure where CI is set, named with its title', () => {
    const { status, printed } = sum([allowed, other], ci);
    expect([status, printed.trim().split('\n').at(-1)]).toEqual([1, '5 passed, 1 failed, 1 skipped']);
    expect(printed).toContain('tests/adapters/pdf.test.ts (1): NOT ALLOWED: bears at the foot reference');
  });

  it('beside one that may be is no reason', () => {
    const { status, printed } = sum([allowed, { file, title: 'a start on a disk' }], ci);
    expect([status, printed.trim().split('\n').at(-1)]).toEqual([1, '5 passed, 1 failed, 1 skipped']);
    expect(printed).toContain(`${file} (1): NOT ALLOWED: a start on a disk`);
  });

  it('may be one only by a title that exists', () => {
    const code = `import { ALLOWED } from './skips.mjs'; console.log(JSON.stringify(ALLOWED));`;
    const rows = JSON.parse(run(code).printed) as { file: string; titles: string[] }[];
    expect(rows.length).toBeGreaterThan(0);
    for (const { file: name, titles } of rows) {
      const isWritten = (words: string[]) => words.length === 0 || read(name).includes(`'${words.join(' ')}'`);
      for (const title of titles) {
        const words = title.split(' '); // those of the group, then those of the test
        const found = words.some((_word, at) => isWritten(words.slice(0, at)) && isWritten(words.slice(at)));
        expect([title, found]).toEqual([title, true]);
      }
    }
  });

  it('without one is only said on a machine of one’s own', () => {
    const { status, printed } = sum([other], quiet);
    expect([status, printed.trim().split('\n').at(-1)]).toEqual([0, '5 passed, 0 failed, 1 skipped']);
  });
});

describe('what is installed', () => {
  it('is pinned: each wheel by version and by at least one hash of its content', () => {
    const requirements = read('scripts/wheels.txt')
      .replaceAll('\\\n', ' ')
      .split('\n')
      .filter((line) => /^\w/.test(line));
    expect(requirements.length).toBeGreaterThan(2);
    for (const line of requirements) expect(line).toMatch(/^[\w-]+==[\w.]+( +--hash=sha256:[0-9a-f]{64})+$/);
  });

  it('has a wheel for each of Linux x86-64, Linux arm64 and macOS arm64, and each Python from 3.11 to 3.13', () => {
    const [, hashes = ''] = /SecantusDB==\S+((?: +\\\n +--hash=\S+)+)/.exec(read('scripts/wheels.txt')) ?? [];
    expect(hashes.match(/--hash=/g)).toHaveLength(9);
  });

  it('names no host to download from', () => {
    expect(read('scripts/wheels.txt')).not.toMatch(/https?:/);
    expect(read('package-lock.json')).not.toMatch(/"resolved":/);
  });

  it('is pinned exactly in package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('the words of a failure of the file system', () => {
  it.each([
    ['ENOSPC', /^The disk is full \(.*\): free some space, then run the same command again\.$/],
    ['EROFS', /cannot be written: give yourself the right to write there/],
  ])('%s', (code, sentence) => {
    const { status, printed } = run(`
      import { main } from './say.mjs';
      await main(() => { throw Object.assign(new Error('low'), { code: '${code}', path: '/srv/x' }); });`);
    expect(status).toBe(1);
    expect(printed.trim()).toMatch(sentence);
  });
});
