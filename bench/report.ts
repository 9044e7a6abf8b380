import { cpus, loadavg } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row';

const MARKS = ['<!-- measured -->', '<!-- end -->'] as const;

/** Whether a row meets what is asked of it; null where nothing is, or where the words are no comparison. */
export function isMet({ value, ratio, target }: Row): boolean | null {
  const [, what, sign, asked] = /^(ratio|value) (<=|>=) ([\d.]+)/.exec(target) ?? [];
  const measured = what === 'ratio' ? ratio : value;
  if (sign === undefined || measured === null) return null;
  return sign === '<=' ? measured <= Number(asked) : measured >= Number(asked);
}

/** `bench/results.json`, and the table of `docs/performance.md` between its marks. */
export function report(root: string, rows: readonly Row[], at: Date): string {
  writeFileSync(join(root, 'bench', 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  const file = join(root, 'docs', 'performance.md');
  const [before, rest = ''] = readFileSync(file, 'utf8').split(MARKS[0]);
  const [, after = ''] = rest.split(MARKS[1]);
  const table = tableOf(rows);
  const load = loadavg()[2]?.toFixed(1);
  const where = `Measured ${at.toISOString().slice(0, 10)}, ${cpus().length} cores with a load average of ${load} over the quarter of an hour before, Node ${process.version}.`;
  writeFileSync(file, `${before}${MARKS[0]}\n\n${where}\n\n${table}\n\n${MARKS[1]}${after}`);
  return table;
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { name, value, unit, reference, ratio, target } = row;
    const met = isMet(row);
    return [
      name,
      `${value} ${unit}`,
      `${reference ?? '–'}`,
      `${ratio ?? '–'}`,
      target,
      met === null ? '–' : met ? 'yes' : 'no',
    ];
  });
  const head = ['what', 'value', 'reference', 'ratio', 'asked', 'met'];
  const widths = head.map((word, column) =>
    Math.max(3, word.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const write = (cells: string[], fill: string) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return [write(head, ' '), write(Array(head.length).fill(''), '-'), ...lines.map((line) => write(line, ' '))].join(
    '\n',
  );
}
