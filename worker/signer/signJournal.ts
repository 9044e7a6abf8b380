import type { Journal } from '../../application/ports/journal';
import type { Marks } from '../../application/ports/marks';
import type { Notary } from '../../application/ports/notary';
import type { SignedHeads } from '../../application/ports/signedHeads';
import type { Tree } from '../../application/ports/tree';
import { checkpointHash, checkpointText } from '../../domain/journal/checkpoint';
import { faultOf } from '../../domain/journal/faults';
import { readNote } from '../../domain/journal/note';
import { SigningRefused } from './signingRefused';

export type Signing = {
  journal: Pick<Journal, 'readWindow' | 'head'>;
  tree: Tree;
  heads: SignedHeads;
  marks: Marks;
  notary: Notary;
};

/** Entries that two persons accepted as damaged: they are signed as they stand, and whoever verifies finds them. */
export type Damaged = ReadonlySet<number>;

/** Entries that are read at once. */
const WINDOW = 256;
/** A long backlog is signed in steps, so that a lost lease or a stop is noticed in between. */
const WINDOWS_PER_STEP = 16;

/**
 * Signs what an organisation's journal holds above `size`, which is signed. `mayGoOn` is asked before each signature:
 * false ends it early. Returns the size that is signed now.
 *
 * @throws SigningRefused when an entry is not what it was when it was written, or the mark says something else.
 */
export async function signJournal(
  orgId: string,
  size: number,
  parts: Signing,
  mayGoOn: () => Promise<boolean>,
  damaged: Damaged = new Set(),
): Promise<number> {
  let signed = size;
  for (;;) {
    const end = await checkedEnd(orgId, signed, parts.journal, damaged);
    if (end === signed || !(await mayGoOn())) return signed;
    await signHead(orgId, signed, end, parts);
    signed = end;
  }
}

async function signHead(orgId: string, from: number, size: number, parts: Signing): Promise<void> {
  const { tree, notary, marks, heads } = parts;
  const root = await tree.root(orgId, size);
  await tree.storeTiles(orgId, from, size);
  const text = checkpointText({ origin: notary.origin(orgId), size, root });
  const note = await marks.make(orgId, size, await notary.sign(orgId, text)); // outside the database, before it leaves
  if (readNote(note)?.text !== text)
    throw new SigningRefused({ orgId, reason: 'markDiffers', marked: size, found: size });
  await heads.add(orgId, { size, root, note, hash: checkpointHash(note) });
}

/** The end of the next step. Every entry is hashed again before it is signed; behind a gap nothing is visible yet. */
async function checkedEnd(orgId: string, from: number, journal: Signing['journal'], damaged: Damaged): Promise<number> {
  let end = from;
  for (let window = 0; window < WINDOWS_PER_STEP; window++) {
    const entries = await journal.readWindow(orgId, end, WINDOW);
    for (const entry of entries) {
      if (entry.seq !== end + 1) return end;
      if (faultOf(entry) !== null && !damaged.has(entry.seq)) {
        throw new SigningRefused({ orgId, reason: 'entryDamaged', marked: from, found: entry.seq });
      }
      end = entry.seq;
    }
    if (entries.length < WINDOW) return end;
  }
  return end;
}
