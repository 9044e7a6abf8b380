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
 * What is bad by its schema must be refused, by any of these; whoever names nothing that exists is told 404. What is good
 * by its schema must be taken, or be refused for right, place or state: see WRITES for what is left out.
 */
const CHECKS = [
  '[checks.negative_data_rejection]',
  'expected-statuses = [400, 401, 403, 404, 405, 409, 412, 413, 415, 428]',
  '[checks.positive_data_acceptance]',
  'expected-statuses = ["2xx", 401, 403, 404, 409, 412, 429]',
  '[checks.missing_required_header]',
  'expected-statuses = [400, 401, 428]',
];

/** Any bytes are a message for a mail server: there is no body of the wrong kind. What reports nothing is 404 or 422. */
const REPORTS = [
  '[[operations]]',
  'include-operation-id = "reportDelivery"',
  'checks.negative_data_rejection.enabled = false',
  'checks.positive_data_acceptance.enabled = false',
];

/**
 * A write that is good by its schema is answered 400, with a pointer beside those of the schema's own faults, for what no
 * schema can say: it names what does not exist (agreement, entry, question, version), its instant has passed or is yet to
 * come, or two fields do not agree (Annex 1). One status tells both, so acceptance is checked of reads alone.
 */
const WRITES = [
  '[[operations]]',
  'include-method = "POST"',
  'exclude-operation-id = "reportDelivery"',
  'checks.positive_data_acceptance.enabled = false',
];

/** Two parameters of a query go together, one comes before the other, or the case lacks what it asks for: no schema can say it. */
const PAIRS = [
  'listEntries',
  'readRegister',
  'exportRegisterCsv',
  'exportRegisterXlsx',
  'exportRegisterPdf',
  'readStatistics',
  'readIncident',
  'readCase',
  'readEdpbForm',
  'readEdpbPdf',
  'readFillInSheet',
  'readFillInSheetPdf',
].flatMap((operation) => [
  '[[operations]]',
  `include-operation-id = "${operation}"`,
  'checks.positive_data_acceptance.enabled = false',
]);

/** A raw mail, a file, or a list, is text to the tool, which knows no such type. */
const HOOKS = [
  'import schemathesis',
  'schemathesis.serializer.alias("message/rfc822", "text/plain")',
  'schemathesis.serializer.alias("text/csv", "text/plain")',
  ...['application/pdf', 'image/png', 'image/jpeg'].map(
    (type) => `schemathesis.serializer.alias("${type}", "text/plain")`,
  ),
  '',
].join('\n');

export type Campaign = {
  base: string;
  token: string;
  parameters: Record<string, string>;
  folder: string;
  seconds: number;
};

type Parameter = { name: string; in: string; schema: object };
type Described = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };

/** The description, in which an id in a path is one that exists: random ones would meet nothing but 404. */
function withOnly(described: Described, known: Readonly<Record<string, string>>): Described {
  const one = (parameter: Parameter): Parameter => {
    const id = parameter.in === 'path' ? known[parameter.name] : undefined;
    return id === undefined ? parameter : { ...parameter, schema: { type: 'string', enum: [id] } };
  };
  const paths = Object.entries(described.paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [
        method,
        { ...operation, ...(operation.parameters && { parameters: operation.parameters.map(one) }) },
      ]),
    ),
  ]);
  return { ...described, paths: Object.fromEntries(paths) as Described['paths'] };
}

/** One bounded run over the API's own description. */
export async function runSchemathesis(
  executable: string,
  campaign: Campaign,
): Promise<{ code: number; output: string }> {
  const { base, token, parameters, folder, seconds } = campaign;
  const schema = join(folder, 'openapi.json');
  const described = (await (await fetch(`${base}/api/v1/openapi.json`)).json()) as Described;
  writeFileSync(schema, JSON.stringify(withOnly(described, parameters)));
  const config = join(folder, 'schemathesis.toml');
  writeFileSync(join(folder, 'vigie_hooks.py'), HOOKS);
  writeFileSync(config, [...CHECKS, ...REPORTS, ...WRITES, ...PAIRS, ''].join('\n'));
  const args = [
    ['--config-file', config],
    ['run', schema, '--url', base],
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
