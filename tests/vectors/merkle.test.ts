import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hashOf, nodesOf } from '../../domain/journal/merkle';
import { isConsistent, isIncluded } from '../../domain/journal/merkleProofs';

type Inclusion = { leafIdx: number; treeSize: number; root: string; leafHash: string };
type Consistency = { size1: number; size2: number; root1: string; root2: string };
type Case = { case: string; proof: string[] | null; wantErr: boolean };

function vectors<T>(kind: string): (T & Case)[] {
  const lines = readFileSync(join(__dirname, `merkle/${kind}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as T & Case);
}

const hex = (base64: string) => Buffer.from(base64, 'base64').toString('hex');
const proofOf = ({ proof }: Case) => (proof ?? []).map(hex);
const leafHash = (input: string) => createHash('sha256').update(Buffer.of(0)).update(input, 'hex').digest('hex');

const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const leaves = inputs.map(leafHash);

describe('the 8-leaf tree of RFC 6962', () => {
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of size %i has the known root', (size, root) => {
    expect(hashOf(leaves.slice(0, size))).toBe(root);
  });

  it('is made of its complete subtrees, left to right', () => {
    expect(nodesOf({ from: 0, to: 7 })).toEqual([
      { level: 2, index: 0 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ]);
  });
});

describe('proofs, good and damaged (transparency-dev/merkle)', () => {
  const inclusion = vectors<Inclusion>('inclusion');
  const consistency = vectors<Consistency>('consistency');

  it('there are vectors of both kinds, good and bad', () => {
    for (const cases of [inclusion, consistency]) {
      expect(cases).toHaveLength(98);
      expect(new Set(cases.map(({ wantErr }) => wantErr)).size).toBe(2);
    }
  });

  it.each(inclusion)('inclusion $case: refused $wantErr', (vector) => {
    const { leafIdx, treeSize, root, leafHash: leaf, wantErr } = vector;
    expect(isIncluded(hex(leaf), leafIdx, treeSize, proofOf(vector), hex(root))).toBe(!wantErr);
  });

  it.each(consistency)('consistency $case: refused $wantErr', (vector) => {
    const { size1, size2, root1, root2, wantErr } = vector;
    const [older, newer] = [
      { size: size1, root: hex(root1) },
      { size: size2, root: hex(root2) },
    ];
    expect(isConsistent(older, newer, proofOf(vector))).toBe(!wantErr);
  });
});
