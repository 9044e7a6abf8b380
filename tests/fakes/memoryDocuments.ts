import { createHash } from 'node:crypto';
import type { DocumentIds, Documents, StoredDocument } from '../../application/ports/documents';

/** Documents in a map; passes the same contract suite as the one on MongoDB. */
export function createMemoryDocuments(): Documents {
  const rows = new Map<string, StoredDocument>();
  const forgotten = new Set<string>();
  const put: Documents['put'] = async (orgId, subjectId, document) => {
    if (forgotten.has(`${orgId}/${subjectId}`)) throw new Error('this subject was erased');
    const documentId = createHash('sha256').update(document.bytes).digest('hex');
    const place = `${orgId}/${subjectId}/${documentId}`;
    const known = rows.get(place) ?? document;
    if (known.address !== document.address) throw new Error('one document, two addresses');
    rows.set(place, known);
    return documentId;
  };
  return {
    put,
    async putAll<D extends StoredDocument[]>(orgId: string, subjectId: string, documents: [...D]) {
      return (await Promise.all(documents.map((one) => put(orgId, subjectId, one)))) as DocumentIds<D>;
    },
    async get(orgId, subjectId, documentId) {
      return rows.get(`${orgId}/${subjectId}/${documentId}`) ?? null;
    },
    async discard(orgId, subjectId, documentId = '') {
      for (const place of rows.keys()) if (place.startsWith(`${orgId}/${subjectId}/${documentId}`)) rows.delete(place);
    },
    async forget(orgId, subjectId) {
      forgotten.add(`${orgId}/${subjectId}`);
      for (const place of rows.keys()) if (place.startsWith(`${orgId}/${subjectId}/`)) rows.delete(place);
    },
  };
}
