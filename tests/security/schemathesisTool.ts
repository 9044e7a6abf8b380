import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '4.32.5';
const root = join(__dirname, '../..');
const home = join(root, '.vigie', `schemathesis-${VERSION}`);
const tool = join(home, 'bin', 'schemathesis');

/** Path of the tool in an environment of its own, made at the first call; null, with the reason, where it cannot be. */
export function installSchemathesis(): { tool: string } | { missing: string } {
  if (existsSync(tool)) return { tool };
  mkdirSync(join(root, '.vigie'), { recursive: true });
  const steps: [string, string[]][] = [
    [process.env['PYTHON'] ?? 'python3', ['-m', 'venv', home]],
    [join(home, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]],
  ];
  for (const [command, args] of steps) {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status === 0) continue;
    rmSync(home, { recursive: true, force: true });
    return { missing: `schemathesis ${VERSION} cannot be installed: ${String(stderr).trim().split('\n').at(-1)}` };
  }
  return { tool };
}

/**
 * All checks but two. What is good by its schema may still be refused by a rule between two fields, or by the state.
 * And as the run fixes the ids, a path that the tool made wrong on purpose is put right again and rightly answered 200;
 * that bad input is refused is the matter of tests/api, route by route.
 */
const CHECKS = [
  '[checks.negative_data_rejection]',
  'enabled = false',
  '[checks.positive_data_acceptance]',
  'enabled = false',
  '[checks.missing_required_header]',
  'expected-statuses = [400, 401, 428]',
];

/** A raw mail is text to the tool, which knows no such type. */
const HOOKS = ['import schemathesis', 'schemathesis.serializer.alias("message/rfc822", "text/plain")', ''].join('\n');

export type Campaign = {
  base: string;
  token: string;
  parameters: Record<string, string>;
  folder: string;
  seconds: number;
};

/** One bounded run over the API's own description. Ids are given, or random ones would meet nothing but 404. */
export async function runSchemathesis(
  executable: string,
  campaign: Campaign,
): Promise<{ code: number; output: string }> {
  const { base, token, parameters, folder, seconds } = campaign;
  const fixed = Object.entries(parameters).map(([name, value]) => `"path.${name}" = ${JSON.stringify(value)}`);
  const config = join(folder, 'schemathesis.toml');
  writeFileSync(join(folder, 'vigie_hooks.py'), HOOKS);
  writeFileSync(config, [...CHECKS, '[parameters]', ...fixed, ''].join('\n'));
  const args = [
    ['--config-file', config],
    ['run', `${base}/api/v1/openapi.json`],
    ['--header', `Authorization: Bearer ${token}`],
    ['--max-time', String(seconds)],
    ['--max-examples', '12'],
    ['--workers', '1'], // two threads make CPython 3.11 fail in the tool itself
    ['--seed', '1'],
    ['--request-timeout', '20'],
    ['--no-shrink', '--continue-on-failure'],
  ].flat();
  const env = { ...process.env, NO_COLOR: '1', SCHEMATHESIS_HOOKS: 'vigie_hooks', PYTHONPATH: folder };
  const child = spawn(executable, args, { cwd: folder, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code: code ?? -1, output };
}
