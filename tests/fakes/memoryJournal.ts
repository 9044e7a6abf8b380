import type { Journal } from '../../application/ports/journal';
import { changedBy, type Entry, type EntryDraft, type Subject, withoutValues } from '../../domain/journal/entry';
import { afterErasures } from '../../domain/journal/erasures';
import { matches } from '../../domain/journal/matches';
import { sealEntry } from '../../domain/journal/seal';
import { done, refused } from '../../domain/shared/errors';

/** Keeps the promises of the journal port in an array; held to them by the contract suite. */
export function createMemoryJournal(now: () => Date): Journal & { entries: Entry[] } {
  const entries: Entry[] = [];
  const secrets = { macKey: 'test', newSalt: () => '00'.repeat(32) };

  const above = (orgId: string, subject: Subject, revision: number) =>
    entries
      .filter(
        (entry) =>
          entry.orgId === orgId &&
          entry.subject.kind === subject.kind &&
          entry.subject.id === subject.id &&
          entry.revision > revision,
      )
      .toSorted((a, b) => a.revision - b.revision);

  const underKey = ({ orgId, key, request }: Pick<EntryDraft, 'orgId' | 'key' | 'request'>) => {
    const found = entries.find((entry) => entry.orgId === orgId && entry.key === key);
    if (found === undefined) return done(null);
    return found.fields['request']?.value === request ? done(found) : refused({ code: 'key.reused' });
  };

  const write = (draft: EntryDraft, revision: number): Entry => {
    const seq = (entries.findLast(({ orgId }) => orgId === draft.orgId)?.seq ?? 0) + 1;
    const entry = sealEntry(draft, { seq, revision, recordedAt: now().toISOString() }, secrets);
    entries.push(entry);
    return entry;
  };

  return {
    entries,
    recall: async (orgId, key, request) => underKey({ orgId, key, request }),
    byKey: async (orgId, key) => entries.find((entry) => entry.orgId === orgId && entry.key === key) ?? null,
    readSubject: async (orgId, subject, afterRevision) => afterErasures(above(orgId, subject, afterRevision)),
    readWindow: async (orgId, afterSeq, limit) =>
      entries.filter((entry) => entry.orgId === orgId && entry.seq > afterSeq && entry.seq <= afterSeq + limit),
    list: async (orgId, { below = Infinity, limit, ...filter }) => {
      const found = entries.filter((entry) => entry.orgId === orgId && entry.seq < below && matches(filter, entry));
      const page = found.toReversed().slice(0, limit);
      return { entries: page, next: found.length > limit ? (page.at(-1)?.seq ?? null) : null };
    },
    erase: async (orgId, seq, names) => {
      const index = entries.findIndex((entry) => entry.orgId === orgId && entry.seq === seq);
      const entry = entries[index];
      if (entry === undefined) throw new RangeError(`no entry ${seq}`);
      entries[index] = withoutValues(entry, names);
    },
    standIn: async (draft, seq) => {
      if (entries.some((entry) => entry.orgId === draft.orgId && entry.seq === seq)) return false;
      const revision = (above(draft.orgId, draft.subject, 0).at(-1)?.revision ?? 0) + 1;
      entries.push(sealEntry(draft, { seq, revision, recordedAt: now().toISOString() }, secrets));
      entries.sort((a, b) => a.seq - b.seq);
      return true;
    },
    head: async (orgId) => entries.findLast((entry) => entry.orgId === orgId)?.seq ?? 0,
    organisations: async () => [...new Set(entries.map(({ orgId }) => orgId))],
    everRefused: async () => [
      ...new Set(entries.filter(({ type }) => type === 'journal.refused').map(({ orgId }) => orgId)),
    ],
    // Nothing is awaited inside: two appends at once are one after the other.
    append: async (draft, standing, follower) => {
      const repeat = underKey(draft);
      if (!repeat.ok) return repeat;
      if (repeat.value !== null) return done({ created: false, entry: repeat.value, followed: null });
      const newer = above(draft.orgId, draft.subject, standing.revision - 1);
      if (standing.kind === 'decision' && newer.length > 0) {
        return refused({ code: 'revision.taken', changed: newer.map(changedBy) });
      }
      const revision = (newer.at(-1)?.revision ?? standing.revision - 1) + 1;
      const entry = write(draft, revision);
      const isFree =
        follower !== undefined && !entries.some(({ orgId, key }) => orgId === draft.orgId && key === follower.key);
      return done({ created: true, entry, followed: isFree ? write(follower, revision + 1) : null });
    },
  };
}
