import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { isSignedBy } from '../../adapters/keys/isSignedBy';
import type { Access, AccessLog } from '../../application/ports/accessLog';
import type { Journal } from '../../application/ports/journal';
import type { Notary } from '../../application/ports/notary';
import type { Proofs } from '../../application/ports/proofs';
import type { Checkpoint, SignedHeads } from '../../application/ports/signedHeads';
import type { Tree } from '../../application/ports/tree';
import { checkpointHash, checkpointText } from '../../domain/journal/checkpoint';
import { hashOf, type Range } from '../../domain/journal/merkle';
import { consistencyRanges, inclusionRanges } from '../../domain/journal/merkleProofs';
import { keyIdOf, noteOf, readNote, verifierKeyOf } from '../../domain/journal/note';

/** Proofs over a memory journal: the tree is computed anew each time, the key lives as long as the test. */
export function createMemoryProofs(
  journal: Pick<Journal, 'readWindow' | 'head'>,
  seed: Buffer = randomBytes(32),
): Proofs & {
  accesses: Access[];
  signNow(orgId: string): Promise<Checkpoint>;
} {
  const [tree, notary, heads] = [memoryTree(journal), memoryNotary(seed), memoryHeads()];
  const accesses: Access[] = [];
  const accessLog: AccessLog = {
    add: async (access) => void accesses.push(access),
    read: async (orgId, limit) =>
      accesses
        .filter((access) => access.orgId === orgId)
        .toReversed()
        .slice(0, limit),
  };

  /** What the signer would do by now. */
  async function signNow(orgId: string): Promise<Checkpoint> {
    const size = await journal.head(orgId);
    const root = await tree.root(orgId, size);
    const note = await notary.sign(orgId, checkpointText({ origin: notary.origin(orgId), size, root }));
    const checkpoint = { size, root, note, hash: checkpointHash(note) };
    await heads.add(orgId, checkpoint);
    return checkpoint;
  }

  /** Whatever was signed was marked. */
  const marks: Proofs['marks'] = { newest: (orgId) => heads.newest(orgId) };
  return { heads, tree, notary, accessLog, marks, accesses, signNow };
}

function memoryTree({ readWindow }: Pick<Journal, 'readWindow'>): Tree {
  const leaves = async (orgId: string, { from, to }: Range) =>
    (await readWindow(orgId, from, to - from)).map(({ leaf }) => leaf);
  const hashes = (orgId: string, ranges: Range[]) =>
    Promise.all(ranges.map(async (range) => hashOf(await leaves(orgId, range))));
  return {
    root: async (orgId, size) => hashOf(await leaves(orgId, { from: 0, to: size })),
    inclusion: async (orgId, seq, size) => hashes(orgId, inclusionRanges(seq - 1, size)),
    consistency: async (orgId, older, size) => hashes(orgId, consistencyRanges(older, size)),
    storeTiles: async () => undefined,
    forget: async () => undefined,
  };
}

function memoryNotary(seed: Buffer): Notary {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const origin = (orgId: string) => `vigie.test/${orgId}`;
  const sealed = (orgId: string, text: string) => {
    const name = origin(orgId);
    return noteOf(text, {
      name,
      keyId: keyIdOf({ name, bytes }),
      signature: sign(null, Buffer.from(text), privateKey),
    });
  };
  return {
    origin,
    sign: async (orgId, text) => sealed(orgId, text),
    verifierKey: async (orgId) => verifierKeyOf({ name: origin(orgId), bytes }),
    isSignedBy,
    hasSigned: async (orgId, note) => {
      const read = readNote(note);
      const own = read?.signatures.find(({ name }) => name === origin(orgId));
      return read !== null && own !== undefined && verify(null, Buffer.from(read.text), publicKey, own.signature);
    },
  };
}

function memoryHeads(): SignedHeads {
  const all = new Map<string, Checkpoint[]>();
  const of = (orgId: string) => all.get(orgId) ?? [];
  const newest = async (orgId: string) => of(orgId).at(-1) ?? null;
  return {
    newest,
    newestHash: async (orgId) => (await newest(orgId))?.hash ?? null,
    at: async (orgId, size) => of(orgId).find((checkpoint) => checkpoint.size === size) ?? null,
    byHash: async (orgId, hash) => of(orgId).find((checkpoint) => checkpoint.hash === hash) ?? null,
    keepUpTo: async (orgId, size) => {
      all.set(
        orgId,
        of(orgId).filter((checkpoint) => checkpoint.size <= size),
      );
    },
    add: async (orgId, checkpoint) => {
      if (!of(orgId).some(({ size }) => size === checkpoint.size)) all.set(orgId, [...of(orgId), checkpoint]);
    },
  };
}
