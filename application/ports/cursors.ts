/** How far a reader has worked off each organisation's journal. A lost cursor costs repeats, never entries. */
export type Cursors = {
  /** The last `seq` worked off; 0 at first. */
  read(reader: string, orgId: string): Promise<number>;
  /** Never moves back, so that two readers at once do no harm. */
  advance(reader: string, orgId: string, seq: number): Promise<void>;
};
