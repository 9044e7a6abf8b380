import { type Hash, isHash, parentHash, type Range, splitOf } from './merkle';

/**
 * Ranges whose hashes are the inclusion proof of leaf `index` in a tree of `size` (RFC 9162 section 2.1.3.1).
 *
 * @throws RangeError when the tree has no such leaf.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(size) || !(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} of ${size}`);
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const split = from + splitOf(to - from);
    path.unshift(index < split ? { from: split, to } : { from, to: split });
    if (index < split) to = split;
    else from = split;
  }
  return path;
}

/**
 * Ranges whose hashes prove that the tree of `size` begins with the tree of `older` (RFC 9162 section 2.1.4.1).
 * Empty for two trees of one size, and from the empty tree.
 *
 * @throws RangeError when `older` is above `size`.
 */
export function consistencyRanges(older: number, size: number): Range[] {
  if (!(older >= 0 && older <= size)) throw new RangeError(`no tree of ${older} in one of ${size}`);
  if (older === 0 || older === size) return [];
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (older < to) {
    const split = from + splitOf(to - from);
    path.unshift(older <= split ? { from: split, to } : { from, to: split });
    if (older <= split) to = split;
    else from = split;
  }
  return from === 0 ? path : [{ from, to }, ...path]; // a whole older tree is known to who asks
}

/** RFC 9162 section 2.1.3.2. */
export function isIncluded(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!(index >= 0 && index < size) || ![leaf, root, ...proof].every(isHash)) return false;
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const p of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = parentHash(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else r = parentHash(r, p);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && r === root;
}

type Head = { size: number; root: Hash };

/** RFC 9162 section 2.1.4.2: whether the tree of `newer` begins with that of `older`. Of an empty tree nothing is proved. */
export function isConsistent(older: Head, newer: Head, proof: readonly Hash[]): boolean {
  if (!(older.size > 0 && older.size <= newer.size)) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root === newer.root;
  if (![older.root, newer.root, ...proof].every(isHash)) return false;
  const complete = Number.isInteger(Math.log2(older.size));
  const [first, ...rest] = complete ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  let [fn, sn] = [older.size - 1, newer.size - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr] = [first, first];
  for (const c of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [parentHash(c, fr), parentHash(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else sr = parentHash(sr, c);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && fr === older.root && sr === newer.root;
}
