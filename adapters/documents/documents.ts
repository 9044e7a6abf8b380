import { createHash } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { DocumentIds, Documents, StoredDocument } from '../../application/ports/documents';
import { isDuplicateKey } from './duplicateKey';
import { openBytes, sealBytes } from './seal';
import { HELD_MS, placeOf, type SubjectKeys } from './subjectKeys';

export type DocumentRow = { orgId: string; subjectId: string; documentId: string; box: Buffer };

/** Below MongoDB's 16 MB a document, with room for what is around it. */
const MAX_BYTES = 15_000_000;
const LENGTH_BYTES = 4;

/** Documents on MongoDB, AES-256-GCM under their subject's key. Every read checks the content address again. */
export async function createMongoDocuments(db: mongo.Db, keys: SubjectKeys): Promise<Documents> {
  const rows = db.collection<DocumentRow>('documents', {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    promoteBuffers: true,
  });
  await rows.createIndex({ orgId: 1, subjectId: 1, documentId: 1 }, { unique: true });
  await rows.createIndex({ orgId: 1, documentId: 1 });

  /** What was stored leaves at once: it is at hand for as long as its key is. */
  const justStored = new Map<string, StoredDocument>();

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

  async function store(orgId: string, subjectId: string, documents: readonly StoredDocument[]): Promise<void> {
    if (documents.some(({ bytes }) => bytes.length > MAX_BYTES))
      throw new RangeError('a document is larger than 15 MB');
    const key = await keys.obtain(orgId, subjectId);
    const placed = documents.map((document) => {
      const documentId = addressOf(document.bytes);
      return { document, documentId, place: placeOf(orgId, subjectId, documentId) };
    });
    const sealed = placed.map(({ document, documentId, place }) => {
      return { orgId, subjectId, documentId, box: sealBytes(key, pack(document), place) };
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
    for (const { document, place } of placed) hold(place, document);
  }

  function hold(place: string, document: StoredDocument): void {
    justStored.set(place, document);
    setTimeout(() => justStored.delete(place), HELD_MS).unref();
  }

  function letGo(orgId: string, subjectId: string): void {
    const within = `${placeOf(orgId, subjectId)}/`;
    for (const place of justStored.keys()) if (place.startsWith(within)) justStored.delete(place);
  }

  return {
    get,

    async put(orgId, subjectId, document) {
      await store(orgId, subjectId, [document]);
      return addressOf(document.bytes);
    },

    async putAll<D extends StoredDocument[]>(orgId: string, subjectId: string, documents: [...D]) {
      await store(orgId, subjectId, documents);
      return documents.map(({ bytes }) => addressOf(bytes)) as DocumentIds<D>;
    },

    async discard(orgId, subjectId) {
      letGo(orgId, subjectId);
      await rows.deleteMany({ orgId, subjectId });
    },

    async forget(orgId, subjectId) {
      letGo(orgId, subjectId);
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
