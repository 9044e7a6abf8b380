/**
 * The newest paper pack of each organisation, outside the database: a PDF in clear, since it is there to be printed when all
 * else is down. Written whole or not at all.
 */
export type KeptPacks = {
  put(orgId: string, pdf: Buffer): Promise<void>;
  /** Null while none was made. */
  get(orgId: string): Promise<Buffer | null>;
  /** When the one that is kept was made (UTC); null while none was. */
  madeAt(orgId: string): Promise<string | null>;
};
