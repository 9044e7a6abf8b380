import type { mongo } from 'mongoose';
import type { TokenPlace, Tokens } from '../../application/ports/tokens';
import { presentOrg } from './presentOrg';
import { isDuplicateKey } from '../documents/duplicateKey';

const MOST_KNOWN = 10_000;

/** Hash of a secret → whose token it is. The unique index lets one secret a token win. */
export async function createMongoTokens(db: mongo.Db): Promise<Tokens> {
  const rows = db.collection<TokenPlace & { _id: string }>('tokens', {
    writeConcern: { w: 'majority', journal: true },
  });
  await rows.createIndex({ orgId: 1, tokenId: 1 }, { unique: true });
  const known = new Map<string, TokenPlace>(); // a row never changes: what a token may do, the journal says each time
  return {
    put: async (secretHash, { orgId, tokenId }) => {
      try {
        await rows.insertOne({ _id: secretHash, orgId: presentOrg(orgId), tokenId });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    find: async (secretHash) => {
      const kept = known.get(secretHash);
      if (kept !== undefined) return kept;
      const row = await rows.findOne({ _id: secretHash });
      if (row === null) return null;
      const place = { orgId: row.orgId, tokenId: row.tokenId };
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(secretHash, place);
      return place;
    },
  };
}
