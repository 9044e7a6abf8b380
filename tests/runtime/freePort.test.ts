import { once } from 'node:events';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePort, namedPort } from '../../runtime/servers/freePort';
import { leasePort, releasePort } from '../../runtime/servers/portLease';

const MANY = Array.from({ length: 30 });
/** Below those that the system gives out by itself: no other test gets one in the moment in which nobody holds it. */
const QUIET = 23_400;

describe('a free port', () => {
  it('is given once, though thirty ask for it in the same moment and nobody has bound it', async () => {
    const wished = await freePort();
    const given = await Promise.all(MANY.map(() => freePort(wished)));
    expect(new Set(given).size).toBe(MANY.length);
    expect(given).not.toContain(wished); // it was leased before
    expect(new Set(await Promise.all(MANY.map(() => freePort()))).size).toBe(MANY.length);
  });

  it('is the one after the wished one where something listens there', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    const port = await freePort(taken);
    other.close();
    expect(port).toBeGreaterThan(taken);
    expect(port).toBeLessThan(taken + 100);
  });

  it('can be given again once its lease is let go', async () => {
    const port = await freePort(QUIET);
    expect(await leasePort(port)).toBe(false);
    await releasePort(port);
    expect(await freePort(port)).toBe(port);
  });
});

describe('the port that the operator named', () => {
  it('is taken at its word where a stranger has its UDP twin only', async () => {
    const stranger = createSocket('udp4');
    stranger.bind(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address();
    expect(await namedPort(port)).toBe(port);
    stranger.close();
  });

  it('is given to one of two starts that name it: the other is told, though nothing listens there yet', async () => {
    const port = await freePort(QUIET);
    await releasePort(port);
    expect(await namedPort(port)).toBe(port);
    await expect(namedPort(port)).rejects.toThrow(`Port ${port} is taken on 127.0.0.1`);
    await releasePort(port);
    const both = await Promise.allSettled([namedPort(port), namedPort(port)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not given to a start that wishes it', async () => {
    const port = await freePort(QUIET);
    await releasePort(port);
    expect(await namedPort(port)).toBe(port);
    expect(await freePort(port)).not.toBe(port);
  });
});
