import type { Hash } from '../../domain/journal/merkle';
import type { Checkpoints } from './checkpoints';

/** A signed head of an organisation's tree. `note` is the C2SP checkpoint, `hash` the SHA-256 of its bytes (hex). */
export type Checkpoint = { size: number; root: Hash; note: string; hash: string };

export type SignedHeads = Checkpoints & {
  newest(orgId: string): Promise<Checkpoint | null>;
  at(orgId: string, size: number): Promise<Checkpoint | null>;
  /** The checkpoint that a notice cites. */
  byHash(orgId: string, hash: string): Promise<Checkpoint | null>;
  /** Forgets heads above a size, after two persons decided: the journal is no longer what they signed. */
  keepUpTo(orgId: string, size: number): Promise<void>;
  /** The signer alone adds, after its mark is made. Adding one twice changes nothing. */
  add(orgId: string, checkpoint: Checkpoint): Promise<void>;
};
