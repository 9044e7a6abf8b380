/** What leaves, as it will leave. `address` is stored with the bytes, encrypted, never in an entry. */
export type StoredDocument = { address: string; mediaType: string; bytes: Buffer };

export const PDF = 'application/pdf';
export const MAIL = 'message/rfc822';

export const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** What leaves by HTTP, and is kept as it left. */
export const JSON_TEXT = 'application/json';

/** Exports, extracts and envelopes: one JSON value a line. */
export const JSON_LINES = 'application/x-ndjson';

/** Two lines of JSON and the bytes of a document, as they go to another installation. */
export const OCTETS = 'application/octet-stream';

export type DocumentIds<D extends StoredDocument[]> = { [Place in keyof D]: string };

/**
 * Rendered documents, encrypted under a key of their subject (notice or incident), so that destroying that key
 * erases every mail of it (architecture: erasure). `documentId` is the SHA-256 of the plain bytes.
 */
export type Documents = {
  put(orgId: string, subjectId: string, document: StoredDocument): Promise<string>;
  /** Several of one act in one write; an id for each. */
  putAll<D extends StoredDocument[]>(orgId: string, subjectId: string, documents: [...D]): Promise<DocumentIds<D>>;
  /** As `put`, for an entry that is still to be written: until `settle`, it is one of those that `sweep` takes from then on. */
  lodge(orgId: string, subjectId: string, document: StoredDocument, until: Date): Promise<string>;
  /** Its entry stands: what was lodged stays. */
  settle(orgId: string, subjectId: string, documentId: string): Promise<void>;
  /**
   * Takes what was lodged, and whose time is over; settled instead where it is named by an entry. At most `limit` at once,
   * never one that is lodged again meanwhile.
   */
  sweep(
    orgId: string,
    now: Date,
    limit: number,
    isNamed: (subjectId: string, documentId: string) => Promise<boolean>,
  ): Promise<void>;
  /** Null when it was never stored or its key is destroyed. */
  get(orgId: string, subjectId: string, documentId: string): Promise<StoredDocument | null>;
  /**
   * Takes what is stored of the subject away, after a text in it was erased: entries keep the hashes. Its key, its links
   * and what is stored later are not touched, since a closed case can be reopened and still has to send (ADR 0020).
   * `documentId`: that one alone.
   */
  discard(orgId: string, subjectId: string, documentId?: string): Promise<void>;
  /** Destroys the subject's key when its retention ends: neither it nor its links open again, and nothing more is stored. */
  forget(orgId: string, subjectId: string): Promise<void>;
};
