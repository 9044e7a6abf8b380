/** Signed heads of an organisation's journal. */
export type Checkpoints = {
  /** SHA-256 of the newest signed checkpoint, lower-case hex; null before the first. Its size stays out of texts. */
  newestHash(orgId: string): Promise<string | null>;
};
