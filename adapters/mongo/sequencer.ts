import { mongo } from 'mongoose';
import type { Appended, Journal, Standing } from '../../application/ports/journal';
import { changedBy, type Entry, type EntryDraft } from '../../domain/journal/entry';
import { placeEntry, type Prepared, prepareEntry, type SealSecrets } from '../../domain/journal/seal';
import { done, refused, type Result } from '../../domain/shared/errors';
import { findHead } from './head';
import type { JournalStore } from './journalStore';
import { createLastRevisions, nextRevisions } from './lastRevisions';

const BATCH = 200;
const DUPLICATE_KEY = 11_000;
/** An organisation that lost its place this often in a row is contended: it goes alone and holds up nobody. */
const LOSSES_BEFORE_ALONE = 2;

export type JournalSettings = SealSecrets & {
  now: () => Date;
  /** Wake-up only: whoever needs each entry follows `seq` by itself. */
  onAppended?: (entry: Entry) => void;
  /** One write for all waiting organisations is faster on one machine; a sharded database prefers one for each. */
  batching?: 'together' | 'perOrganisation';
};

type Ready = { draft: EntryDraft; prepared: Prepared };
type Waiting = Ready & {
  standing: Standing;
  follower: Ready | null;
  settle(appended: Result<Appended>): void;
  fail(error: unknown): void;
};
type Parts = Pick<Journal, 'recall'> & { store: JournalStore; settings: JournalSettings };

/** Writes entries in order; appends that wait together leave as one ordered `insertMany`. */
export function createSequencer({ store, recall, settings }: Parts): Pick<Journal, 'append' | 'head'> {
  const heads = new Map<string, number>();
  const losses = new Map<string, number>();
  const lanes = new Map<string, Waiting[]>();
  const revisions = createLastRevisions();

  const laneOf = (orgId: string) =>
    settings.batching === 'perOrganisation' || (losses.get(orgId) ?? 0) >= LOSSES_BEFORE_ALONE ? orgId : '';

  /** What cannot be hashed is refused before it joins others. */
  const ready = (draft: EntryDraft): Ready => ({ draft, prepared: prepareEntry(draft, settings) });

  function append(draft: EntryDraft, standing: Standing, follower?: EntryDraft): Promise<Result<Appended>> {
    return new Promise((settle, fail) => {
      const behind = follower === undefined ? null : ready(follower);
      enqueue([{ ...ready(draft), standing: { ...standing }, follower: behind, settle, fail }]);
    });
  }

  function enqueue(added: Waiting[]): void {
    for (const item of added) {
      const lane = laneOf(item.draft.orgId);
      const queue = lanes.get(lane);
      if (queue !== undefined) queue.push(item);
      else {
        lanes.set(lane, [item]);
        void run(lane);
      }
    }
  }

  async function run(lane: string): Promise<void> {
    for (let queue = lanes.get(lane); queue !== undefined && queue.length > 0; queue = lanes.get(lane)) {
      const batch = queue.splice(0, BATCH);
      try {
        const rest = await commit(batch);
        const [staying, leaving] = [rest.filter(stays), rest.filter((item) => !stays(item))];
        queue.unshift(...staying);
        enqueue(leaving);
      } catch (error) {
        for (const { draft, fail } of batch) {
          heads.delete(draft.orgId);
          fail(error); // perhaps written: the caller repeats under the same key
        }
      }
    }
    lanes.delete(lane);

    function stays({ draft }: Waiting): boolean {
      return laneOf(draft.orgId) === lane;
    }
  }

  /** Settles a batch, but for the returned rest, which is to be sequenced again. */
  async function commit(batch: Waiting[]): Promise<Waiting[]> {
    for (const { draft } of batch) if (!heads.has(draft.orgId)) await openHead(draft.orgId);
    const { hopeful, lost } = sortOut(batch);
    const sealed = sequence(hopeful);
    const written = await insert(sealed.flat());
    const rest: Waiting[] = [];
    let place = 0;
    for (const [index, item] of hopeful.entries()) {
      const entries = sealed[index] ?? [];
      if (place < written) settleWritten(item, entries.slice(0, written - place));
      else if (place === written) lost.push(item);
      else rest.push(item); // what stands before it, or that one's follower, was the duplicate
      place += entries.length;
    }
    const settled = await Promise.all(lost.map(settleDuplicate));
    return [...lost.filter((_, index) => settled[index] === false), ...rest];
  }

  function settleWritten({ settle }: Waiting, entries: Entry[]): void {
    for (const entry of entries) {
      heads.set(entry.orgId, entry.seq);
      losses.delete(entry.orgId);
      revisions.saw(entry, entry.revision);
    }
    const [entry, followed = null] = entries;
    if (entry !== undefined) settle(done({ created: true, entry, followed }));
    for (const one of entries) settings.onAppended?.(one);
  }

  /** What is known to be a repeat or too late is kept out of the write: one duplicate would split the whole batch. */
  function sortOut(batch: Waiting[]): { hopeful: Waiting[]; lost: Waiting[] } {
    const keys = new Set<string>();
    const [hopeful, lost]: [Waiting[], Waiting[]] = [[], []];
    for (const item of batch) {
      const { draft, standing } = item;
      const key = `${draft.orgId}/${draft.key}`;
      const late = standing.kind === 'decision' && standing.revision <= revisions.of(draft);
      (late || keys.has(key) ? lost : hopeful).push(item);
      keys.add(key);
    }
    return { hopeful, lost };
  }

  async function openHead(orgId: string): Promise<void> {
    const found = await head(orgId);
    if (found === 0) await store.register(orgId);
    heads.set(orgId, found);
  }

  /** The entries of each, in order. */
  function sequence(batch: Waiting[]): Entry[][] {
    const recordedAt = settings.now().toISOString();
    const seqs = new Map(heads);
    const revisionOf = nextRevisions(revisions);
    const place = ({ draft, prepared }: Ready, standing: Standing): Entry => {
      const seq = (seqs.get(draft.orgId) ?? 0) + 1;
      seqs.set(draft.orgId, seq);
      return placeEntry(prepared, { seq, revision: revisionOf(draft, standing), recordedAt });
    };
    return batch.map((item) => {
      const entry = place(item, item.standing);
      if (item.follower === null) return [entry];
      return [entry, place(item.follower, { kind: 'addition', revision: entry.revision + 1 })];
    });
  }

  /** How many were written: all, or those before the first duplicate. */
  async function insert(sealed: Entry[]): Promise<number> {
    if (sealed.length === 0) return 0;
    try {
      await store.insert(sealed);
      return sealed.length;
    } catch (error) {
      const [first] = error instanceof mongo.MongoBulkWriteError ? [error.writeErrors].flat() : [];
      if (first?.code !== DUPLICATE_KEY || hasWriteConcernError(error)) throw error;
      return first.index;
    }
  }

  /** The index that the error names is a hint only: the key is looked up first, then revision and seq. */
  async function settleDuplicate({ draft, standing, settle }: Waiting): Promise<boolean> {
    const { orgId, subject } = draft;
    const repeat = await recall(orgId, draft.key, draft.request);
    if (!repeat.ok) return (settle(repeat), true);
    if (repeat.value !== null) return (settle(done({ created: false, entry: repeat.value, followed: null })), true);

    const before = heads.get(orgId) ?? 0;
    const [newer, after] = await Promise.all([store.subject(orgId, subject, standing.revision - 1), head(orgId)]);
    if (after > before) losses.set(orgId, (losses.get(orgId) ?? 0) + 1); // another process took the seq
    heads.set(orgId, Math.max(after, heads.get(orgId) ?? 0));
    const newest = newer.at(-1);
    if (newest === undefined) revisions.forget(draft);
    else revisions.saw(draft, newest.revision);
    if (standing.kind === 'decision' && newest !== undefined) {
      return (settle(refused({ code: 'revision.taken', changed: newer.map(changedBy) })), true);
    }
    return false;
  }

  /** After a restart the signer's newest size is near: a few point reads instead of forty. */
  const head = async (orgId: string) =>
    findHead((seq) => store.exists(orgId, seq), heads.get(orgId) ?? (await store.signedSize(orgId)));

  return { append, head };
}

function hasWriteConcernError(error: unknown): boolean {
  return error instanceof mongo.MongoBulkWriteError && error.result.getWriteConcernError() !== undefined;
}
