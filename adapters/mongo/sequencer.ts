import { mongo } from 'mongoose';
import type { Journal, Standing } from '../../application/ports/journal';
import { changedBy, type Entry, type EntryDraft } from '../../domain/journal/entry';
import { sealEntry, type SealSecrets } from '../../domain/journal/seal';
import { done, refused, type Result } from '../../domain/shared/errors';

const BATCH = 200;
const DUPLICATE_KEY = 11_000;

export type JournalSettings = SealSecrets & {
  now: () => Date;
  /** Wake-up only: whoever needs each entry follows `seq` by itself. */
  onAppended?: (entry: Entry) => void;
};

type Appended = Result<{ created: boolean; entry: Entry }>;
type Waiting = { draft: EntryDraft; standing: Standing; settle(appended: Appended): void; fail(error: unknown): void };
type Parts = Pick<Journal, 'recall' | 'readSubject'> & { entries: mongo.Collection<Entry>; settings: JournalSettings };

/** Writes one organisation's entries in order; appends that wait together leave as one ordered `insertMany`. */
export function createSequencer(orgId: string, { entries, recall, readSubject, settings }: Parts) {
  let waiting: Waiting[] = [];
  let running = false;
  let head: number | undefined;

  function append(draft: EntryDraft, standing: Standing): Promise<Appended> {
    return new Promise((settle, fail) => {
      waiting.push({ draft, standing: { ...standing }, settle, fail });
      if (!running) void run();
    });
  }

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH);
      try {
        waiting.unshift(...(await commit(batch)));
      } catch (error) {
        for (const { fail } of batch) fail(error); // perhaps written: the caller repeats under the same key
      }
    }
    running = false;
  }

  /** Settles a batch, but for the returned rest, which is to be sequenced again. */
  async function commit(batch: Waiting[]): Promise<Waiting[]> {
    head ??= await findHead(0);
    const sealed = sequence(batch, head);
    const written = await insert(sealed);
    head += written;
    for (const [index, entry] of sealed.slice(0, written).entries()) {
      batch[index]?.settle(done({ created: true, entry }));
      settings.onAppended?.(entry);
    }
    const [lost, ...rest] = batch.slice(written);
    if (lost === undefined) return [];
    return (await settleDuplicate(lost)) ? rest : [lost, ...rest];
  }

  function sequence(batch: Waiting[], after: number): Entry[] {
    const recordedAt = settings.now().toISOString();
    const revisions = new Map<string, number>();
    return batch.map(({ draft, standing }, index) => {
      const last = revisions.get(draft.subject.id) ?? 0;
      const revision = standing.kind === 'decision' ? standing.revision : Math.max(standing.revision, last + 1);
      revisions.set(draft.subject.id, revision);
      return sealEntry(draft, { seq: after + index + 1, revision, recordedAt }, settings);
    });
  }

  /** How many were written: all, or those before the first duplicate. */
  async function insert(sealed: Entry[]): Promise<number> {
    try {
      await entries.insertMany(
        sealed.map((entry) => ({ ...entry })),
        { ordered: true },
      );
      return sealed.length;
    } catch (error) {
      const [first] = error instanceof mongo.MongoBulkWriteError ? [error.writeErrors].flat() : [];
      if (first?.code !== DUPLICATE_KEY || hasWriteConcernError(error)) throw error;
      return first.index;
    }
  }

  /** The index that the error names is a hint only: the key is looked up first, then the revision. */
  async function settleDuplicate({ draft, standing, settle }: Waiting): Promise<boolean> {
    const repeat = await recall(orgId, draft.key, draft.request);
    if (!repeat.ok) return (settle(repeat), true);
    if (repeat.value !== null) return (settle(done({ created: false, entry: repeat.value })), true);

    const newer = await readSubject(orgId, draft.subject, standing.revision - 1);
    const newest = newer.at(-1);
    if (newest === undefined) {
      head = await findHead(head ?? 0); // another process took the seq
      return false;
    }
    if (standing.kind === 'decision') {
      return (settle(refused({ code: 'revision.taken', changed: newer.map(changedBy) })), true);
    }
    standing.revision = newest.revision + 1;
    return false;
  }

  /** `seq` has no gaps, so galloping point reads find the head: 40 of them for a million entries. */
  async function findHead(known: number): Promise<number> {
    const exists = async (seq: number) =>
      seq === 0 || (await entries.findOne({ orgId, seq }, { projection: { _id: 1 } })) !== null;
    let low = known;
    let step = 1;
    while (await exists(low + step)) step *= 2;
    let high = low + step;
    low += Math.floor(step / 2);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (await exists(middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  return { append, findHead };
}

function hasWriteConcernError(error: unknown): boolean {
  return error instanceof mongo.MongoBulkWriteError && error.result.getWriteConcernError() !== undefined;
}
