import type { Values } from '../cli/words/fill';
import { startSay, type StartWord } from './startWords';

/** Something that the operator can mend: one sentence that says what to do. Shown without a stack; logged in English. */
export class Stop extends Error {
  readonly key: StartWord;
  readonly values: Values;

  constructor(key: StartWord, values: Values = {}) {
    super(startSay('en', key, values));
    this.key = key;
    this.values = values;
  }

  in(language: 'fr' | 'en'): string {
    return startSay(language, this.key, this.values);
  }
}

/** What the file system refuses, as a `Stop`; any other error as it is. */
export function inWords(error: unknown, place: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Stop('full', { place });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new Stop('unwritable', { place });
    case 'ENOTDIR':
    case 'EEXIST':
      return new Stop('noFolder', { place });
    default:
      return error;
  }
}

/** The system's code of an error, as `ENOSPC`. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
