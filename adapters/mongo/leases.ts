import type { mongo } from 'mongoose';
import type { Leases } from '../../application/ports/leases';
import { isDuplicateKey } from '../documents/duplicateKey';

type Lease = { _id: string; holder: string; until: Date };

/** `now` must not differ between hosts by more than a fraction of the leases (host clocks are watched). */
export function createLeases(db: mongo.Db, now: () => Date): Leases {
  const leases = db.collection<Lease>('leases', { writeConcern: { w: 'majority', journal: true } });

  return {
    async hold(name, holder, durationMs) {
      const at = now();
      const until = new Date(at.getTime() + durationMs);
      const renewed = await leases.updateOne({ _id: name, holder }, { $set: { until } });
      if (renewed.matchedCount === 1) return true;
      const taken = await leases.updateOne({ _id: name, until: { $lt: at } }, { $set: { holder, until } });
      if (taken.matchedCount === 1) return true;
      try {
        await leases.insertOne({ _id: name, holder, until });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async release(name, holder) {
      await leases.deleteOne({ _id: name, holder });
    },
  };
}
