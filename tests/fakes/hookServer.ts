import { readFileSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { join } from 'node:path';

/** Key and certificate of `hooks.test`, `localhost` and 127.0.0.1: for tests on this machine alone. */
export const HOOK_CERTIFICATE = join(__dirname, 'hookServer.pem');

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** How the server answers a path; by default 204. */
export type Answers = Record<string, (response: ServerResponse) => void>;

/** A receiver of webhooks on the loopback address, which keeps what it got. */
export async function startHookServer(answers: Answers = {}, { secure = true } = {}) {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      const answer = answers[path];
      if (answer === undefined) response.writeHead(204).end();
      else answer(response);
    });
  };
  const pem = readFileSync(HOOK_CERTIFICATE);
  const server = secure ? createHttps({ key: pem, cert: pem }, listener) : createHttp(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return {
    received,
    port,
    answers,
    urlOf: (path: string, host = '127.0.0.1') => `${secure ? 'https' : 'http'}://${host}:${port}${path}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type HookServer = Awaited<ReturnType<typeof startHookServer>>;
