import mongoose from 'mongoose';

/**
 * Has the embedded SecantusDB drop changes that are older than its retention from its own record, which it else does once
 * in a thousand writes: in a quiet house an erased value would lie there for weeks. A database that is away is asked
 * again at the next turn.
 *
 * @returns how to end it
 */
export function pruneRecord(url: string, everyMs: number): () => Promise<void> {
  let turn = prune(url); // of what lay there while nothing ran
  const timer = setInterval(() => {
    turn = turn.then(() => prune(url));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await turn;
  };
}

async function prune(url: string): Promise<void> {
  const connection = mongoose.createConnection(url, { maxPoolSize: 1, serverSelectionTimeoutMS: 2_000 });
  try {
    await connection.asPromise();
    await connection.getClient().db('admin').command({ 'secantusAdmin.pruneOplog': 1 });
  } catch {
    // at the next turn
  } finally {
    await connection.close();
  }
}
