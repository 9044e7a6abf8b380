import { createHash } from 'node:crypto';

/**
 * The hash tree of RFC 9162 section 2.1, over leaf hashes in hex. Leaves are numbered from 0: entry `seq` is leaf
 * `seq - 1`. `Hash` is 64 hex digits.
 */
export type Hash = string;

/** Leaves `from … to - 1`. */
export type Range = { from: number; to: number };

/** A complete subtree: the 2^level leaves from `index * 2^level` on. */
export type Node = { level: number; index: number };

export const EMPTY_ROOT: Hash = createHash('sha256').digest('hex');

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export function parentHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(Buffer.of(1)).update(left, 'hex').update(right, 'hex').digest('hex');
}

/** Largest power of two below `count`, which is at least 2. */
export function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/**
 * The complete subtrees that a range of a tree is made of, left to right, largest first. Holds for every range that
 * a root or a proof asks for: it begins at a multiple of its largest subtree.
 */
export function nodesOf({ from, to }: Range): Node[] {
  const nodes: Node[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    while (at + 2 ** (level + 1) <= to && at % 2 ** (level + 1) === 0) level++;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Hash of a range from the hashes of its `nodesOf`. */
export function rootOf(nodes: readonly Hash[]): Hash {
  return nodes.reduceRight((right, left) => (right === '' ? left : parentHash(left, right)), '') || EMPTY_ROOT;
}

/** Hash of neighbouring leaves, or of neighbouring nodes of one level. */
export function hashOf(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  return parentHash(hashOf(leaves.slice(0, split)), hashOf(leaves.slice(split)));
}
