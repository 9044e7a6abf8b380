import { createPdfPrinter } from './typst';

/** A file of letters takes some seconds of a processor; on a busy machine many times that. */
const LIMIT_MS = 180_000;

/**
 * Prints long papers in a thread of its own, so that no notice waits behind them. The thread ends with the last of them,
 * and gives its memory back.
 */
export function createLetterPrinter(root: string): (paper: string) => Promise<Buffer> {
  const printer = createPdfPrinter(root, LIMIT_MS);
  let running = 0;
  return async (paper) => {
    running += 1;
    try {
      return await printer.print(paper);
    } finally {
      running -= 1;
      if (running === 0) await printer.close();
    }
  };
}
