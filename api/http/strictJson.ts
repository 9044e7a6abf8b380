import type { Issue } from '../../domain/shared/errors';
import { pointerOf } from '../../domain/shared/pointer';

const DEEPEST = 32;
/** Names by which an object reaches its prototype: nobody needs them, and merging them would do harm. */
const TREACHEROUS = new Set(['__proto__', 'constructor', 'prototype']);
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

type Frame = { kind: '{' | '['; names: Set<string>; step: PropertyKey; awaitsName: boolean };

/**
 * JSON without what JSON leaves open: a name given twice, lone surrogates, NUL, names of the prototype, endless depth.
 * Every fault is listed with its pointer, beside what could be read all the same: its other faults are listed, too.
 */
export function readStrictJson(text: string, under: readonly PropertyKey[]): { value: unknown; issues: Issue[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { value: undefined, issues: [{ pointer: pointerOf(under), message: 'is not JSON' }] };
  }
  return { value, issues: faultsOf(text, under) };
}

/** Walks the tokens of a text that is known to be JSON. */
function faultsOf(text: string, under: readonly PropertyKey[]): Issue[] {
  const issues: Issue[] = [];
  const stack: Frame[] = [];
  const blame = (message: string) =>
    issues.push({ pointer: pointerOf([...under, ...stack.map(({ step }) => step)]), message });

  for (const [token] of text.matchAll(TOKEN)) {
    const top = stack.at(-1);
    switch (token[0]) {
      case '{':
      case '[':
        if (stack.length === DEEPEST) {
          blame(`is nested deeper than ${DEEPEST}`);
          return issues;
        }
        stack.push({ kind: token[0], names: new Set(), step: token === '[' ? 0 : '', awaitsName: token === '{' });
        break;
      case '}':
      case ']':
        stack.pop();
        break;
      case ',':
        if (top?.kind === '[') top.step = Number(top.step) + 1;
        else if (top !== undefined) top.awaitsName = true;
        break;
      case '"': {
        const string = String(JSON.parse(token));
        if (top?.awaitsName === true) {
          top.step = string;
          top.awaitsName = false;
          if (top.names.has(string)) blame('is given twice');
          if (TREACHEROUS.has(string)) blame('is not a name that is taken');
          top.names.add(string);
        }
        const fault = faultOfText(string);
        if (fault !== null) blame(fault);
        break;
      }
    }
  }
  return issues;
}

/** What no text may hold, wherever it comes from; null if it is sound. */
export function faultOfText(text: string): string | null {
  if (text.includes('\0')) return 'holds a NUL';
  return text.isWellFormed() ? null : 'holds half a surrogate pair';
}
