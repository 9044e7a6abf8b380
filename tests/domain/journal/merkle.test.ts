import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOf, nodesOf, parentHash, rootOf, type Range } from '../../../domain/journal/merkle';
import { consistencyRanges, inclusionRanges, isConsistent, isIncluded } from '../../../domain/journal/merkleProofs';

/** Together 10,000 trees; most of them small, as that is where the cases differ. */
const RUNS = 3_000;
const sha = (data: Buffer) => createHash('sha256').update(data).digest();

/** The definition of RFC 9162 section 2.1.1, word by word, as the tree to compare with. */
function naiveRoot(leaves: Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha(Buffer.alloc(0));
  if (leaves.length === 1) return first;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.concat([Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k))]));
}

const all = Array.from({ length: 600 }, (_, index) => sha(Buffer.from(`leaf ${index}`)));
const leaves = all.map((leaf) => leaf.toString('hex'));
const naive = (size: number) => naiveRoot(all.slice(0, size)).toString('hex');
const hashes = (ranges: Range[]) => ranges.map(({ from, to }) => hashOf(leaves.slice(from, to)));
const sizes = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: all.length }) },
);

const flip = (hash: string, bit: number) => {
  const bytes = Buffer.from(hash, 'hex');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('hex');
};

it('a proof that is longer than the tree is high leads nowhere, whatever it hashes to', () => {
  const [leaf = '', other = ''] = leaves;
  const crafted = parentHash(other, leaf);
  expect(isIncluded(leaf, 0, 1, [], leaf)).toBe(true);
  expect(isIncluded(leaf, 0, 1, [other], crafted)).toBe(false);
});

describe('the hash tree, against a naive one', () => {
  it('has its root, whole and put together from complete subtrees', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const nodes = nodesOf({ from: 0, to: size }).map(({ level, index }) =>
          hashOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
        );
        expect([hashOf(leaves.slice(0, size)), rootOf(nodes)]).toEqual([naive(size), naive(size)]);
      }),
      { numRuns: 4_000 },
    );
  });

  it('proves each of its leaves, and no other leaf, place or root', () => {
    const place = sizes.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 255 }), ([size, index], bit) => {
        const [leaf, root] = [leaves[index] ?? '', hashOf(leaves.slice(0, size))];
        const proof = hashes(inclusionRanges(index, size));
        expect(isIncluded(leaf, index, size, proof, root)).toBe(true);
        expect(isIncluded(flip(leaf, bit), index, size, proof, root)).toBe(false);
        expect(isIncluded(leaf, index, size, proof, flip(root, bit))).toBe(false);
        expect(isIncluded(leaf, index, size, [...proof, root], root)).toBe(false);
        expect(isIncluded(leaf, index + size, size, proof, root)).toBe(false);
        expect(isIncluded(leaf, (index + 1) % size, size, proof, root)).toBe(size === 1);
        if (proof.length > 0) expect(isIncluded(leaf, index, size, proof.slice(1), root)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('proves each older tree, and no other', () => {
    const pair = sizes.chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)));
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 255 }), ([from, to], bit) => {
        const [older, newer] = [from, to].map((size) => ({ size, root: hashOf(leaves.slice(0, size)) }));
        if (older === undefined || newer === undefined) return;
        const proof = hashes(consistencyRanges(from, to));
        expect(isConsistent(older, newer, proof)).toBe(true);
        expect(isConsistent({ ...older, root: flip(older.root, bit) }, newer, proof)).toBe(false);
        expect(isConsistent(older, { ...newer, root: flip(newer.root, bit) }, proof)).toBe(false);
        expect(isConsistent(older, newer, [...proof, newer.root])).toBe(false);
        if (from < to) expect(isConsistent(newer, older, proof)).toBe(false);
        if (proof.length > 0) expect(isConsistent(older, newer, proof.slice(0, -1))).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('has no proof for what it does not hold', () => {
    expect(() => inclusionRanges(5, 5)).toThrow(RangeError);
    expect(() => inclusionRanges(-1, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError);
  });

  it('takes ranges whose subtrees are few: a proof in ten million entries asks for no more than 24 levels', () => {
    const ranges = inclusionRanges(7_654_321, 10_000_000);
    expect(ranges.length).toBeLessThanOrEqual(24);
    expect(ranges.flatMap(nodesOf).length).toBeLessThanOrEqual(48);
  });
});
