import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');

/** Relative links of a Markdown text, without anchors. */
export const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));

/** Links of a document that lead nowhere. */
export function deadLinks(file: string, text = readFileSync(file, 'utf8')): string[] {
  return linksIn(text).filter((target) => !existsSync(resolve(dirname(file), target)));
}

/** Every Markdown file that is ours. */
export function documents(): string[] {
  const here = readdirSync(root).filter((name) => name.endsWith('.md'));
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  return [...here, ...below].map((name) => join(root, name));
}

/** Cells of each row of the Markdown tables in a text, heads and rulers left out. */
export function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line, index, lines) => line.startsWith('|') && lines[index - 1]?.startsWith('|') === true)
    .map((line) => line.replaceAll(/^\||\|$/g, '').split('|'))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([first = '']) => !/^:?-+:?$/.test(first));
}

export const named = (file: string): string => relative(root, file);
