import type { mongo } from 'mongoose';

/** The database's own clock, beside which the host's is checked. */
export function createDatabaseClock(db: mongo.Db): () => Promise<Date> {
  return async () => {
    const { localTime } = await db.command({ hello: 1 });
    if (!(localTime instanceof Date)) throw new TypeError('the database did not say what time it is');
    return localTime;
  };
}
