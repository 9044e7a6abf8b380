/**
 * What the signer has signed, kept outside the database: a restored old database cannot take it back. A mark is
 * made once and never changed.
 */
export type Marks = {
  /** The note of the largest size marked for this organisation. */
  newest(orgId: string): Promise<{ size: number; note: string } | null>;
  /** The note under this size: the one given, or the one that was there before. Resolves when it is on disk. */
  make(orgId: string, size: number, note: string): Promise<string>;
};
