import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type Taken = { atMs: number; raw: Buffer };
export type Catcher = Awaited<ReturnType<typeof catchMails>>;

/**
 * A mail server on this machine that answers at once and tells when it has taken a mail for somebody. The library that
 * catches mails elsewhere waits 100 ms before it greets, which would hide what is measured.
 */
export async function catchMails() {
  const waiting = new Map<string, (mail: Taken) => void>();
  let lastMs = performance.now();
  const taken = new Map<string, number>();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    converse(socket, (recipients, mail) => {
      lastMs = mail.atMs;
      for (const address of recipients) {
        const domain = address.slice(address.indexOf('@') + 1);
        taken.set(domain, (taken.get(domain) ?? 0) + 1);
        waiting.get(address)?.(mail);
        waiting.delete(address);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    /** The next mail for this address; `atMs` on the clock of `performance.now()`. */
    next: (to: string) => new Promise<Taken>((resolve) => waiting.set(to, resolve)),
    /** How long no mail has come, milliseconds. */
    quietMs: () => performance.now() - lastMs,
    /** How many mails have come for addresses of this domain. */
    takenFor: (domain: string) => taken.get(domain) ?? 0,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function converse(socket: Socket, taken: (recipients: readonly string[], mail: Taken) => void): void {
  let [buffer, isData] = [Buffer.alloc(0), false];
  let recipients: string[] = [];
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const line = buffer.subarray(0, end);
      buffer = buffer.subarray(end + mark.length);
      if (isData) {
        isData = false;
        say('250 taken');
        taken(recipients, { atMs: performance.now(), raw: Buffer.from(line) });
        recipients = [];
        continue;
      }
      const command = line.toString('latin1');
      const verb = command.slice(0, 4).toUpperCase();
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      if (verb === 'RCPT') recipients.push(/<(.*?)>/.exec(command)?.[1] ?? '');
      isData = verb === 'DATA';
      say(verb === 'DATA' ? '354 go ahead' : verb === 'EHLO' ? '250-bench\r\n250-SIZE 10485760\r\n250 DSN' : '250 ok');
    }
  });
  say('220 bench ESMTP');
}
