import type { Block, Paper } from '../blocks/block';
import { type Inset, written } from './inset';

/** Characters in a line: what every mail program shows unbroken. */
const WIDTH = 72;

/** The plain-text part: nothing of it depends on a screen, and it is what is read when all else fails. */
export const toText = (paper: Paper, contentHash: string): string =>
  written(textAroundStrap(paper, contentHash), paper.strap);

/** The same, whatever the strap says. */
export function textAroundStrap(paper: Paper, contentHash: string): Inset {
  const rule = '-'.repeat(WIDTH);
  const parts = [
    underlined(paper.title, '='),
    ...paper.blocks.map((block) => blockText(block, colonOf(paper.language))),
    `${rule}\n${wrap(paper.foot)}\n${wrap(paper.hashLabel)}\n${contentHash}`,
  ];
  return {
    before: paper.mark === null ? '' : `*** ${paper.mark} ***\n\n`,
    at: (strap) => wrap(strap),
    after: `\n\n${parts.join('\n\n')}\n`,
  };
}

/** French puts a no-break space before a colon. */
const colonOf = (language: Paper['language']): string => (language === 'fr' ? '\u00A0: ' : ': ');

function blockText(block: Block, colon: string): string {
  switch (block.kind) {
    case 'heading':
      return underlined(block.text, block.level === 2 ? '-' : '.');
    case 'paragraph':
      return wrap(block.text);
    case 'note':
      return wrap(block.text, block.strong ? '! ' : '| ', block.strong ? '! ' : '| ');
    case 'list':
      return block.items.map((item) => wrap(item, '- ', '  ')).join('\n');
    case 'facts':
      return block.rows.map(({ term, value }) => factText(term, value, colon)).join('\n');
    case 'table':
      return block.rows.map((row) => rowText(block.head, row, colon)).join('\n\n');
    case 'action':
      return `${wrap(block.text)}\n<${block.url}>`;
  }
}

/** A table row as a labelled group: columns would break on a telephone and in a screen reader. */
function rowText(head: readonly string[], row: readonly string[], colon: string): string {
  return row.map((cell, place) => factText(head[place] ?? '', cell, colon, place === 0 ? '* ' : '  ')).join('\n');
}

/** On one line where it fits, else the value below, set in. */
function factText(term: string, value: string, colon: string, indent = ''): string {
  const line = `${indent}${term}${term.endsWith('?') ? ' ' : colon}${value}`;
  if (lengthOf(line) <= WIDTH && !value.includes('\n')) return line;
  const inner = `${' '.repeat(indent.length)}  `;
  return `${wrap(term, indent, inner)}${term.endsWith('?') ? '' : colon.trimEnd()}\n${wrap(value, inner, inner)}`;
}

const lengthOf = (text: string): number => [...text].length;

const underlined = (text: string, stroke: string): string =>
  `${wrap(text)}\n${stroke.repeat(Math.min(WIDTH, text.length))}`;

/** Breaks at spaces only: no-break spaces hold, and a long word or link stays whole. */
export function wrap(text: string, first = '', rest = ''): string {
  return text
    .split('\n')
    .map((line, place) => wrapLine(line, place === 0 ? first : rest, rest))
    .join('\n');
}

function wrapLine(line: string, first: string, rest: string): string {
  const lines: string[] = [];
  let [current, length] = [first, lengthOf(first)];
  let empty = true;
  for (const word of line.split(/ +/)) {
    const wordLength = lengthOf(word);
    if (!empty && length + 1 + wordLength > WIDTH) {
      lines.push(current);
      [current, length] = [rest + word, lengthOf(rest) + wordLength];
    } else {
      [current, length] = [empty ? current + word : `${current} ${word}`, length + (empty ? 0 : 1) + wordLength];
    }
    empty = false;
  }
  return [...lines, current].map((one) => one.trimEnd()).join('\n');
}
