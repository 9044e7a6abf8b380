import { once } from 'node:events';
import { createServer } from 'node:net';

/** The wished port if it is free on the loopback address, else one that the system picks. 0 wishes none. */
export async function freePort(wished = 0): Promise<number> {
  return (await claim(wished)) ?? (await claim(0)) ?? refuse();
}

async function claim(port: number): Promise<number | null> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    return address === null || typeof address === 'string' ? null : address.port;
  } catch {
    return null;
  }
}

function refuse(): never {
  throw new Error('No port is free on 127.0.0.1: end some programs, then start again.');
}
