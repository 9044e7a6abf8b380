import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

const LOOPBACK = '127.0.0.1';
const QUESTION = 'vigie?';
const ANSWER = 'vigie';
/** On one machine an answer takes a millisecond; a start that is busy gets the time to give it. */
const ANSWER_WITHIN_MS = 1_000;

/** What this process holds; the system takes it back when the process ends. */
const leases = new Map<number, Socket>();

/**
 * Keeps a port from other starts of Vigie on this machine until `releasePort`, or until this process has died: its
 * server binds it seconds later, and again after each fall. What is held is the UDP twin of the port, which no server
 * here uses: the system gives it to one process only and takes it back from a dead one, so no lock is ever left behind.
 *
 * @returns false where this start, another one, or a stranger has the twin
 */
export async function leasePort(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  try {
    socket.bind({ port, address: LOOPBACK, exclusive: true });
    await once(socket, 'listening'); // throws what `error` brings
  } catch {
    socket.close();
    return false;
  }
  socket.on('error', () => undefined); // who asked may be gone
  socket.on('message', (said, { port: asker }) => {
    if (String(said) === QUESTION) socket.send(ANSWER, asker, LOOPBACK);
  });
  socket.unref();
  leases.set(port, socket);
  return true;
}

/** Lets a lease of this process go; nothing for a port that it has not leased. */
export async function releasePort(port: number): Promise<void> {
  const socket = leases.get(port);
  if (socket === undefined) return;
  leases.delete(port);
  socket.close();
  await once(socket, 'close');
}

/** Whether a start of Vigie has leased this port: it answers on the twin, which a stranger there does not. */
export async function isLeasedByVigie(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  try {
    socket.bind({ port: 0, address: LOOPBACK, exclusive: true });
    await once(socket, 'listening');
    socket.send(QUESTION, port, LOOPBACK);
    const [said] = await once(socket, 'message', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return String(said) === ANSWER;
  } catch {
    return false; // nobody answers
  } finally {
    socket.close();
  }
}
