import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SMTPServer } from 'smtp-server';

export type CatchingSmtp = { url: string; stop(): Promise<void> };

/** Takes every mail on the loopback address and keeps it in a folder: nobody outside is told. */
export async function startCatchingSmtp({ folder, port }: { folder: string; port: number }): Promise<CatchingSmtp> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    hideDSN: false,
    onData(stream, _session, done) {
      const file = join(folder, `${Date.now()}-${randomUUID()}.eml`);
      pipeline(stream, createWriteStream(file, { mode: 0o600, flush: true })).then(() => done(), done);
    },
  });
  server.on('error', () => undefined); // a client that breaks off is no reason to fall
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
