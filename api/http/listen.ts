import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { bound, FILE_MS, REQUEST_MS } from './patience';
import { problemOf } from './problems';

const HEADERS_MS = 10_000;
const IDLE_MS = 5_000;
const LOOK_EVERY_MS = 1_000;
const SWEEP_MS = 50;
const LONGEST_HEADERS = 16 * 1024;
const MOST_CONNECTIONS = 1_000;
/** One more than is let in, so that too many can be told from just enough. */
const MOST_HEADERS = 101;

export type Listening = {
  port: number;
  /** Takes no more requests, lets those within finish for `graceMs`, then ends what is left. */
  stop(graceMs?: number): Promise<void>;
};

/** Opens the door with its caps: none of them waits for a whole request. */
export async function listen(
  app: RequestListener,
  { port, host, requestMs = REQUEST_MS }: { port: number; host: string; requestMs?: number },
): Promise<Listening> {
  const server = createServer({
    headersTimeout: HEADERS_MS,
    requestTimeout: FILE_MS, // of whatever brings no file: `requestMs`
    keepAliveTimeout: IDLE_MS,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    maxHeaderSize: LONGEST_HEADERS,
  });
  server.on('request', (request, response) => bound(request, requestMs, () => refuseSlow(response)));
  server.on('request', app);
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = MOST_HEADERS;
  server.on('clientError', refuseUnreadable);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: (graceMs = 8_000) => stop(server, graceMs),
  };
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that falls idle after its last answer would otherwise hold the door open until its time-out.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const end = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}

function refuseSlow({ headersSent, socket }: ServerResponse): void {
  if (socket === null) return;
  if (headersSent) return void socket.destroy();
  refuseUnreadable(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
}

/** What is no HTTP, too slow or too long never reaches a route; it is told why all the same. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = statusOf(error.code);
  const problem = status === 431 ? problemOf({ code: 'headers.tooLarge' }) : unreadable(status);
  const body = JSON.stringify(problem);
  const head = `HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(head + body);
}

const unreadable = (status: 400 | 408) => ({
  ...problemOf({ code: 'input.invalid', issues: [] }),
  type: 'about:blank',
  status,
  title: status === 408 ? 'Too slow' : 'Not readable as HTTP',
});

const REASONS = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' } as const;

function statusOf(code: string | undefined): keyof typeof REASONS {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
