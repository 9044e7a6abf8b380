import type { mongo } from 'mongoose';

const ANSWER_MS = 1_000;

/** Whether the database answers, and how far its clock is from this host's. */
export function createProbe(db: mongo.Db, nowMs: () => number) {
  return {
    async answers(): Promise<boolean> {
      await db.command({ ping: 1 }, { timeoutMS: ANSWER_MS });
      return true;
    },
    /** Milliseconds by which this host is ahead, give or take half the round trip; null if the database has no clock to show. */
    async clockOffsetMs(): Promise<number | null> {
      const before = nowMs();
      const { localTime } = await db.command({ hello: 1 }, { timeoutMS: ANSWER_MS });
      const middle = (before + nowMs()) / 2;
      return localTime instanceof Date ? Math.round(middle - localTime.getTime()) : null;
    },
  };
}
