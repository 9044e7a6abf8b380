import mongoose, { type mongo } from 'mongoose';
import type { Connected } from '../config';

/** Long enough for a database that is being started, short enough for a person who waits (milliseconds). */
const SELECTION_MS = 5_000;
const FIRST_CONNECTION_MS = 30_000;
/** A reply that has been missing for this long never comes: the connection is given up (milliseconds). */
const SILENCE_MS = 20_000;

export type Database = { db: mongo.Db; close(): Promise<void> };

/**
 * One connection pool a process. Options of the address win, as `retryWrites=false` on the embedded server.
 *
 * @throws Error when the database has not answered within half a minute
 */
export async function openDatabase({ mongoUrl }: Pick<Connected, 'mongoUrl'>): Promise<Database> {
  const options = { serverSelectionTimeoutMS: SELECTION_MS, socketTimeoutMS: SILENCE_MS };
  const connection = await patiently(() => mongoose.createConnection(mongoUrl, options).asPromise());
  return { db: connection.getClient().db(), close: () => connection.close() };
}

/** The first connection may come while the server is being started again. */
async function patiently<T>(connect: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + FIRST_CONNECTION_MS;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
