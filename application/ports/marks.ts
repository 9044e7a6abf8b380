/**
 * What the signer has signed, kept outside the database: a restored old database cannot take it back. A mark is
 * made once and never changed.
 */
export type Marks = {
  /** The note of the largest size marked for this organisation, since marks were last set aside. */
  newest(orgId: string): Promise<{ size: number; note: string } | null>;
  /**
   * Sets what was marked aside, kept for ever, after two persons decided by entry `decidedBy`, and begins anew with
   * `first` (null: with nothing). Doing it again changes nothing.
   */
  setAside(orgId: string, decidedBy: number, first: { size: number; note: string } | null): Promise<void>;
  /** The note under this size: the one given, or the one that was there before. Resolves when it is on disk. */
  make(orgId: string, size: number, note: string): Promise<string>;
};
