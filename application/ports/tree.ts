import type { Hash } from '../../domain/journal/merkle';

/**
 * The hash tree over an organisation's entries (RFC 9162 section 2). Every answer costs a logarithm of the size.
 * `size` may not exceed the journal's head, and no entry below may have been removed: EntryMissing otherwise.
 */
export type Tree = {
  root(orgId: string, size: number): Promise<Hash>;
  /** Proof that entry `seq` is in the tree of `size`. */
  inclusion(orgId: string, seq: number, size: number): Promise<Hash[]>;
  /** Proof that the tree of `size` begins with the tree of `older`. */
  consistency(orgId: string, older: number, size: number): Promise<Hash[]>;
  /** Forgets stored tiles: they are made again from the entries. */
  forget(orgId: string): Promise<void>;
  /** Stores the tiles that became full between two sizes. The signer alone does; without them answers are slower. */
  storeTiles(orgId: string, fromSize: number, toSize: number): Promise<void>;
};
