/** Something that the operator can mend: one sentence that says what to do. Shown without a stack. */
export class Stop extends Error {}

/** What the file system refuses, as a `Stop`; any other error as it is. */
export function inWords(error: unknown, place: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Stop(`The disk that holds ${place} is full: free some space, then start again.`);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new Stop(
        `${place} cannot be written: give yourself the right to write there, or name another folder in VIGIE_DATA, then start again.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new Stop(`${place} is not a folder: name another place in VIGIE_DATA, then start again.`);
    default:
      return error;
  }
}

/** The system's code of an error, as `ENOSPC`. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
