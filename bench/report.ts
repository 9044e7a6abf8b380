import { cpus, loadavg } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row';

const marksOf = (part: string) => [`<!-- measured: ${part} -->`, `<!-- end: ${part} -->`] as const;

/** Whether a row meets what is asked of it; null where nothing is, or where the words are no comparison. */
export function isMet({ value, ratio, target }: Row): boolean | null {
  const [, what, sign, asked] = /^(ratio|value) (<=|>=) ([\d.]+)/.exec(target) ?? [];
  const measured = what === 'ratio' ? ratio : value;
  if (sign === undefined || measured === null) return null;
  return sign === '<=' ? measured <= Number(asked) : measured >= Number(asked);
}

export type Measured = { part: string; rows: readonly Row[]; at: Date };

/** `bench/results.json`, and the part's table of `docs/performance.md` between its marks; those of other parts stay. */
export function report(root: string, { part, rows, at }: Measured): string {
  const kept = join(root, 'bench', 'results.json');
  const results = { ...(JSON.parse(readFileSync(kept, 'utf8')) as Record<string, unknown>), [part]: rows };
  writeFileSync(kept, `${JSON.stringify(results, null, 2)}\n`);
  const file = join(root, 'docs', 'performance.md');
  const [opens, ends] = marksOf(part);
  const [before, rest = ''] = readFileSync(file, 'utf8').split(opens);
  const [, after = ''] = rest.split(ends);
  const table = tableOf(rows);
  const load = loadavg()[2]?.toFixed(1);
  const where = `Measured ${at.toISOString().slice(0, 10)}, ${cpus().length} cores with a load average of ${load} over the quarter of an hour before, Node ${process.version}.`;
  writeFileSync(file, `${before}${opens}\n\n${where}\n\n${table}\n\n${ends}${after}`);
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
