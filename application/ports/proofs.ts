import type { AccessLog } from './accessLog';
import type { Marks } from './marks';
import type { Notary } from './notary';
import type { SignedHeads } from './signedHeads';
import type { Tree } from './tree';

/** What makes a copy of the journal checkable by others, and its reading traceable. */
export type Proofs = {
  heads: SignedHeads;
  tree: Tree;
  notary: Notary;
  accessLog: AccessLog;
  marks: Pick<Marks, 'newest'>;
};
