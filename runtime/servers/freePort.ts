import { once } from 'node:events';
import { createServer } from 'node:net';
import { Stop } from '../stop';

const LOOPBACK = '127.0.0.1';

/** The wished port if it is free on this address, else one that the system picks. 0 wishes none. */
export async function freePort(wished = 0, host = LOOPBACK): Promise<number> {
  const port = (await claim(wished, host)) ?? (await claim(0, host));
  if (port === null) throw new Stop(`No port is free on ${host}: end some programs, then start again.`);
  return port;
}

/** The port that the operator named. @throws Stop when it is taken: another one would not be found. */
export async function namedPort(port: number, host = LOOPBACK): Promise<number> {
  if ((await claim(port, host)) !== null) return port;
  throw new Stop(`Port ${port} is taken on ${host}: end what listens there, or name another port.`);
}

async function claim(port: number, host: string): Promise<number | null> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    return address === null || typeof address === 'string' ? null : address.port;
  } catch {
    return null;
  }
}
