import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

export type PdfPrinter = {
  /**
   * Tagged PDF/UA-1 of a block list in JSON. Same JSON: same bytes.
   *
   * @throws Error when the sheet does not compile or the thread is stuck; the next call gets a new thread
   */
  print(paper: string): Promise<Buffer>;
  /** Starts the thread, so that the first document is not kept waiting for fonts. */
  warmUp(): void;
  close(): Promise<void>;
};

type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

const FONTS = 'node_modules/@expo-google-fonts/atkinson-hyperlegible-next';
/** A page takes some 10 ms; beyond this the thread is taken for stuck. */
const LIMIT_MS = 20_000;

const Answer = z.union([
  z.object({ id: z.int(), pdf: z.custom<Uint8Array>((value) => ArrayBuffer.isView(value)) }),
  z.object({ id: z.int(), fault: z.string() }),
]);

/** One thread, started at the first print, which never keeps the process alive. `root` is the project's folder. */
export function createPdfPrinter(root: string, limitMs = LIMIT_MS): PdfPrinter {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let printed = 0;

  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    clearTimeout(found?.timer);
    if (waiting.size === 0) worker?.unref();
    return found;
  };
  const drop = (reason: string) => {
    void worker?.terminate();
    worker = null;
    for (const id of waiting.keys()) settle(id)?.reject(new Error(reason));
  };
  const start = (): Worker => {
    const workerData = { sheet: join(root, 'templates/typst/sheet.typ'), fontFolder: join(root, FONTS) };
    const started = new Worker(join(root, 'adapters/pdf/typstWorker.mjs'), { workerData });
    started.on('message', (message: unknown) => {
      const answer = Answer.parse(message);
      const asker = settle(answer.id);
      if ('pdf' in answer) asker?.resolve(Buffer.from(answer.pdf));
      else asker?.reject(new Error(answer.fault));
    });
    const end = (reason: string) => {
      if (worker === started) drop(reason);
    };
    started.on('error', (error) => end(`the PDF thread failed: ${String(error)}`));
    started.on('exit', () => end('the PDF thread ended'));
    return started;
  };

  return {
    warmUp() {
      if (worker !== null) return;
      worker = start();
      worker.unref();
    },
    print: (paper) =>
      new Promise((resolve, reject) => {
        const id = (printed += 1);
        worker ??= start();
        worker.ref();
        const timer = setTimeout(() => drop('the PDF thread is stuck'), limitMs);
        waiting.set(id, { resolve, reject, timer });
        worker.postMessage({ id, paper });
      }),
    async close() {
      const last = worker;
      drop('the PDF printer is closed');
      await last?.terminate();
    },
  };
}
