import type { mongo } from 'mongoose';
import type { Cursors } from '../../application/ports/cursors';

type Row = { _id: string; seq: number };

export function createMongoCursors(db: mongo.Db): Cursors {
  const rows = db.collection<Row>('cursors', { writeConcern: { w: 'majority' } });
  const idOf = (reader: string, orgId: string) => `${reader}/${orgId}`;
  return {
    read: async (reader, orgId) => (await rows.findOne({ _id: idOf(reader, orgId) }))?.seq ?? 0,
    advance: async (reader, orgId, seq) => {
      await rows.updateOne({ _id: idOf(reader, orgId) }, { $max: { seq } }, { upsert: true });
    },
  };
}
