import type { Block } from './block';

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const subheading = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', strong: false, text });
export const warning = (text: string): Block => ({ kind: 'note', strong: true, text });
export const facts = (...rows: (readonly [term: string, value: string])[]): Block => ({
  kind: 'facts',
  rows: rows.map(([term, value]) => ({ term, value })),
});
export const table = (head: string[], rows: string[][]): Block => ({ kind: 'table', head, rows });
export const action = (text: string, url: string): Block => ({ kind: 'action', text, url });

/** Nothing at all for an empty list: who calls says in words that there is none. */
export const list = (items: string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

/** Blocks under a condition, so that a section reads from top to bottom. */
export const when = (condition: boolean, ...blocks: Block[]): Block[] => (condition ? blocks : []);
