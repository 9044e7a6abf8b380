import { type ArrayExpression, type CallExpression, type Expression, type Node, parseSync } from '@swc/core';

/** A test of a file, or a group of tests, as it is written: `it.each` keeps its placeholders. `live`: it runs. */
export type Title = { title: string; live: boolean };

/** What the files of this house call them: some run only where a tool is there. */
const TESTS: readonly string[] = ['it', 'test', 'itReadsPdf', 'campaign'];
const GROUPS: readonly string[] = ['describe', 'onLinux', 'withBrowser'];
const LEFT: readonly string[] = ['skip', 'todo', 'failing'];

/** Every test and group of a text of code, so that no comment is taken for one. A group lives if a test of it does. */
export const titlesIn = (code: string): Title[] => within(parseSync(code, { syntax: 'typescript' }).body);

function within(node: unknown): Title[] {
  if (Array.isArray(node)) return node.flatMap(within);
  if (node === null || typeof node !== 'object') return [];
  const inner = Object.values(node).flatMap(within);
  if (!isCall(node)) return inner;
  const [name = '', ...how] = namesOf(node.callee as Expression);
  const title = textOf(node.arguments[0]?.expression);
  const isGroup = GROUPS.includes(name);
  if (title === null || !(isGroup || TESTS.includes(name))) return inner;
  const isLeft = how.some((word) => LEFT.includes(word));
  const below = isLeft ? inner.map((one) => ({ ...one, live: false })) : inner;
  return [{ title, live: !isLeft && (!isGroup || below.some(({ live }) => live)) }, ...below];
}

const isCall = (node: object): node is CallExpression => (node as Node).type === 'CallExpression';

/** `it.skip.each(rows)` → it, skip, each. */
function namesOf(callee: Expression): string[] {
  switch (callee.type) {
    case 'Identifier':
      return [callee.value];
    case 'MemberExpression':
      return [...namesOf(callee.object), callee.property.type === 'Identifier' ? callee.property.value : ''];
    case 'CallExpression':
      return namesOf(callee.callee as Expression);
    case 'ParenthesisExpression':
      return namesOf(callee.expression);
    default:
      return [];
  }
}

function textOf(expression: Expression | undefined): string | null {
  if (expression?.type === 'StringLiteral') return expression.value;
  if (expression?.type !== 'TemplateLiteral') return null;
  return expression.quasis.map(({ cooked, raw }) => cooked ?? raw).join('…');
}

/** The first cell of each row that a table of a text of code holds, if it is a text: what `it.each` names its tests by. */
export const firstCellsIn = (code: string): string[] => cellsWithin(parseSync(code, { syntax: 'typescript' }).body);

function cellsWithin(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(cellsWithin);
  if (node === null || typeof node !== 'object') return [];
  const inner = Object.values(node).flatMap(cellsWithin);
  if (!isArray(node)) return inner;
  // a row is an array, or what a function makes of its arguments
  const made = node.elements.map((one) => (one && isCall(one.expression) ? one.expression.arguments : null));
  const firsts = [node.elements, ...made].map((cells) => textOf(cells?.[0]?.expression));
  return [...firsts.filter((first) => first !== null), ...inner];
}

const isArray = (node: object): node is ArrayExpression => (node as Node).type === 'ArrayExpression';
