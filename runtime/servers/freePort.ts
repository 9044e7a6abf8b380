import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { Stop } from '../stop';
import { isLeasedByVigie, leasePort, releasePort } from './portLease';

const LOOPBACK = '127.0.0.1';
/** How many ports from the wished one on are tried: they lie below those that outgoing connections take at random. */
const NEIGHBOURS = 100;
const LAST_PORT = 65_535;
/** How often the system is asked for any port, each of which another start may have leased. */
const PICKS = 20;

/**
 * The wished port if it is free on this address, else the next one that is; 0 wishes none. It is leased to this process
 * until it ends: of starts in the same second no two get the same one.
 */
export async function freePort(wished = 0, host = LOOPBACK): Promise<number> {
  const last = Math.min(wished + NEIGHBOURS - 1, LAST_PORT);
  for (let port = wished; port !== 0 && port <= last; port += 1) {
    if (await takeThis(port, host)) return port;
  }
  for (let pick = 0; pick < PICKS; pick += 1) {
    const port = await takeAny(host);
    if (port !== null) return port;
  }
  throw new Stop('noPort', { host });
}

/** The port that the operator named. @throws Stop when it is taken: another one would not be found. */
export async function namedPort(port: number, host = LOOPBACK): Promise<number> {
  const taken = new Stop('portTaken', { port, host });
  // Another start that named it listens there in a moment; a stranger on its twin does no harm.
  if (!(await leasePort(port)) && (await isLeasedByVigie(port))) throw taken;
  const probe = await listen(port, host);
  if (probe === null) {
    await releasePort(port);
    throw taken;
  }
  await probe.close();
  return port;
}

/** The lease goes first: a probe could be in the way of the server of whoever holds it. */
async function takeThis(port: number, host: string): Promise<boolean> {
  if (!(await leasePort(port))) return false;
  const probe = await listen(port, host);
  if (probe === null) await releasePort(port);
  else await probe.close();
  return probe !== null;
}

async function takeAny(host: string): Promise<number | null> {
  const probe = await listen(0, host);
  if (probe === null) return null;
  const isLeased = await leasePort(probe.port);
  await probe.close();
  return isLeased ? probe.port : null;
}

async function listen(port: number, host: string): Promise<{ port: number; close(): Promise<void> } | null> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch {
    return null;
  }
  return { port: portOf(server), close: () => closed(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
