import { createHash } from 'node:crypto';
import type { DocumentIds, Documents, StoredDocument } from '../../application/ports/documents';

/** Documents in a map; passes the same contract suite as the one on MongoDB. */
export function createMemoryDocuments(): Documents {
  const rows = new Map<string, StoredDocument>();
  const forgotten = new Set<string>();
  const until = new Map<string, Date>();
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
    async lodge(orgId, subjectId, document, end) {
      const place = `${orgId}/${subjectId}/${createHash('sha256').update(document.bytes).digest('hex')}`;
      if (!rows.has(place) || until.has(place)) until.set(place, end);
      return put(orgId, subjectId, document);
    },
    async settle(orgId, subjectId, documentId) {
      until.delete(`${orgId}/${subjectId}/${documentId}`);
    },
    async sweep(orgId, now, limit, isNamed) {
      const over = [...until].filter(([place, end]) => place.startsWith(`${orgId}/`) && end <= now).slice(0, limit);
      for (const [place] of over) {
        const [, subjectId = '', documentId = ''] = place.split('/');
        if (!(await isNamed(subjectId, documentId))) rows.delete(place);
        until.delete(place);
      }
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
