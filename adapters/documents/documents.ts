import { createHash } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { DocumentIds, Documents, StoredDocument } from '../../application/ports/documents';
import { isDuplicateKey } from './duplicateKey';
import { openBytes, sealBytes } from './seal';
import { createHeld } from './held';
import { placeOf, type SubjectKeys } from './subjectKeys';

/** `until`: for an entry that is still to be written; who sweeps takes it from then on. */
export type DocumentRow = { orgId: string; subjectId: string; documentId: string; box: Buffer; until?: Date };

/** Below MongoDB's 16 MB a document, with room for what is around it. */
const MAX_BYTES = 15_000_000;
const LENGTH_BYTES = 4;

/** Documents on MongoDB, AES-256-GCM under their subject's key. Every read from there checks the content address again. */
export async function createMongoDocuments(db: mongo.Db, keys: SubjectKeys): Promise<Documents> {
  const rows = db.collection<DocumentRow>('documents', {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    promoteBuffers: true,
  });
  await rows.createIndex({ orgId: 1, subjectId: 1, documentId: 1 }, { unique: true });
  await rows.createIndex({ orgId: 1, documentId: 1 });
  await rows.createIndex({ until: 1 }, { sparse: true });

  /** What was stored leaves at once: it is at hand for as long as its key is. */
  const justStored = createHeld<StoredDocument>();

  const get: Documents['get'] = async (orgId, subjectId, documentId) => {
    const place = placeOf(orgId, subjectId, documentId);
    const atHand = justStored.get(place);
    if (atHand !== undefined) return atHand;
    const [row, key] = await Promise.all([rows.findOne({ orgId, subjectId, documentId }), keys.find(orgId, subjectId)]);
    if (row === null || key === null) return null;
    const document = unpack(openBytes(key, row.box, place));
    if (addressOf(document.bytes) !== documentId) throw new Error('a stored document is not what its address says');
    return document;
  };

  async function store<D extends StoredDocument[]>(
    orgId: string,
    subjectId: string,
    documents: [...D],
    until?: Date,
  ): Promise<DocumentIds<D>> {
    if (documents.some(({ bytes }) => bytes.length > MAX_BYTES))
      throw new RangeError('a document is larger than 15 MB');
    const key = await keys.obtain(orgId, subjectId);
    const placed = documents.map((document) => {
      const documentId = addressOf(document.bytes);
      return { document, documentId, place: placeOf(orgId, subjectId, documentId) };
    });
    const sealed = placed.map(({ document, documentId, place }) => {
      return { orgId, subjectId, documentId, box: sealBytes(key, pack(document), place), ...(until && { until }) };
    });
    try {
      await rows.insertMany(sealed, { ordered: false });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      for (const { document, documentId } of placed) {
        const known = await get(orgId, subjectId, documentId);
        // the same bytes for another address would be sent to the first one
        if (known?.address !== document.address) throw new Error('one document, two addresses', { cause: error });
      }
    }
    for (const { document, place } of placed) justStored.hold(place, document);
    return placed.map(({ documentId }) => documentId) as DocumentIds<D>;
  }

  return {
    get,

    async put(orgId, subjectId, document) {
      const [documentId] = await store(orgId, subjectId, [document]);
      return documentId;
    },

    putAll: (orgId, subjectId, documents) => store(orgId, subjectId, documents),

    async lodge(orgId, subjectId, document, until) {
      const lodged = { orgId, subjectId, documentId: addressOf(document.bytes), until: { $exists: true } };
      await rows.updateOne(lodged, { $set: { until } }); // first: no sweep takes meanwhile what is there
      const [documentId] = await store(orgId, subjectId, [document], until);
      return documentId;
    },

    async settle(orgId, subjectId, documentId) {
      await rows.updateOne({ orgId, subjectId, documentId }, { $unset: { until: true } });
    },

    async sweep(orgId, now, limit, isNamed) {
      const over = { until: { $lte: now } };
      const found = await rows
        .find({ orgId, ...over })
        .project<Pick<DocumentRow, 'subjectId' | 'documentId'>>({ subjectId: 1, documentId: 1 })
        .limit(limit)
        .toArray();
      for (const { subjectId, documentId } of found) {
        const one = { orgId, subjectId, documentId, ...over };
        if (await isNamed(subjectId, documentId)) await rows.updateOne(one, { $unset: { until: true } });
        else if ((await rows.deleteOne(one)).deletedCount > 0) justStored.drop(placeOf(orgId, subjectId, documentId));
      }
    },

    async discard(orgId, subjectId, documentId) {
      const one = documentId === undefined ? [] : [documentId];
      justStored.drop(placeOf(orgId, subjectId, ...one));
      await rows.deleteMany({ orgId, subjectId, ...(documentId !== undefined && { documentId }) });
    },

    async forget(orgId, subjectId) {
      justStored.drop(placeOf(orgId, subjectId));
      await keys.destroy(orgId, subjectId);
      await rows.deleteMany({ orgId, subjectId });
    },
  };
}

function addressOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Length of the label, label (address and media type), bytes: the address is sealed with them. */
function pack({ address, mediaType, bytes }: StoredDocument): Buffer {
  const label = Buffer.from(JSON.stringify([address, mediaType]));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(label.length);
  return Buffer.concat([length, label, bytes]);
}

function unpack(packed: Buffer): StoredDocument {
  const end = LENGTH_BYTES + packed.readUInt32BE();
  const [address, mediaType]: unknown[] = JSON.parse(packed.toString('utf8', LENGTH_BYTES, end));
  return { address: String(address), mediaType: String(mediaType), bytes: Buffer.from(packed.subarray(end)) };
}
