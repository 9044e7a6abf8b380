import type { Journal } from '../../application/ports/journal';
import type { Marks } from '../../application/ports/marks';
import type { Notary } from '../../application/ports/notary';
import type { SignedHeads } from '../../application/ports/signedHeads';
import type { Tree } from '../../application/ports/tree';
import { checkpointHash, checkpointText } from '../../domain/journal/checkpoint';
import type { RefusalReason } from '../../domain/journal/events';
import { faultOf } from '../../domain/journal/faults';
import type { Hash } from '../../domain/journal/merkle';
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

/** The newest entry that is signed, and its leaf as it was then; null before the first. */
export type Signed = { size: number; leaf: Hash | null };

/**
 * Signs what an organisation's journal holds above `signed`. `mayGoOn` is asked before each signature: false ends it
 * early. Returns what is signed now.
 *
 * @throws SigningRefused when an entry is not what it was when it was written or signed, one was removed, or the mark
 * says something else.
 */
export async function signJournal(
  orgId: string,
  before: Signed,
  parts: Signing,
  mayGoOn: () => Promise<boolean>,
  damaged: Damaged = new Set(),
): Promise<Signed> {
  let signed = before;
  for (;;) {
    const end = await checkedEnd(orgId, signed, parts.journal, damaged);
    if (end.size === signed.size || !(await mayGoOn())) return signed;
    await signHead(orgId, signed.size, end.size, parts);
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

/** The end of the next step. Every entry is hashed again before it is signed, and the last one signed must still stand. */
async function checkedEnd(
  orgId: string,
  signed: Signed,
  journal: Signing['journal'],
  damaged: Damaged,
): Promise<Signed> {
  let end = await stillStanding(orgId, signed, journal);
  const refuse = (reason: RefusalReason, found: number) =>
    new SigningRefused({ orgId, reason, marked: signed.size, found });
  for (let window = 0; window < WINDOWS_PER_STEP; window++) {
    const entries = await journal.readWindow(orgId, end.size, WINDOW);
    for (const entry of entries) {
      if (entry.seq !== end.size + 1) {
        const [late] = await journal.readWindow(orgId, end.size, 1); // perhaps it was not yet visible
        if (late === undefined) throw refuse('entryMissing', end.size + 1);
        return end;
      }
      if (faultOf(entry) !== null && !damaged.has(entry.seq)) throw refuse('entryDamaged', entry.seq);
      end = { size: entry.seq, leaf: entry.leaf };
    }
    if (entries.length < WINDOW) return end;
  }
  return end;
}

/** The tree keeps what it has read: without this look a removed or replaced entry would be signed over until a restart. */
async function stillStanding(orgId: string, signed: Signed, journal: Signing['journal']): Promise<Signed> {
  const { size, leaf } = signed;
  if (size === 0) return signed;
  const [last, next] = await journal.readWindow(orgId, size - 1, 2);
  if (last?.seq === size && last.leaf === leaf) return signed;
  const refuse = (reason: RefusalReason, found: number) => new SigningRefused({ orgId, reason, marked: size, found });
  if (last?.seq === size) throw refuse('journalDiffers', size);
  const later = last ?? next ?? (await journal.readWindow(orgId, size, WINDOW))[0];
  if (later !== undefined) throw refuse('entryMissing', size);
  throw refuse('journalShorter', await lastBelow(orgId, size, journal));
}

async function lastBelow(orgId: string, seq: number, journal: Signing['journal']): Promise<number> {
  for (let to = seq - 1; to > 0; to -= WINDOW) {
    const last = (await journal.readWindow(orgId, Math.max(0, to - WINDOW), Math.min(WINDOW, to))).at(-1);
    if (last !== undefined) return last.seq;
  }
  return 0;
}
