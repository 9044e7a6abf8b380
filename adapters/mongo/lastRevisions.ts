import type { EntryDraft } from '../../domain/journal/entry';

/** About 3 MB at most; a forgotten subject costs one refused insert. */
const SUBJECTS_KEPT = 20_000;

type Of = Pick<EntryDraft, 'orgId' | 'subject'>;

/**
 * The newest revision of each subject that this process knows to be written. It is a lower bound: other processes
 * write too, and the unique index has the last word.
 */
export function createLastRevisions() {
  const known = new Map<string, number>();
  const nameOf = ({ orgId, subject }: Of) => `${orgId}/${subject.kind}/${subject.id}`;

  return {
    of: (draft: Of): number => known.get(nameOf(draft)) ?? 0,

    saw(draft: Of, revision: number): void {
      const name = nameOf(draft);
      const newest = Math.max(revision, known.get(name) ?? 0);
      known.delete(name); // the map keeps the order of insertion: the one written longest ago goes first
      known.set(name, newest);
      if (known.size > SUBJECTS_KEPT) known.delete(known.keys().next().value ?? name);
    },

    /** After a look at the database: what was believed to be written is not there. */
    forget: (draft: Of): boolean => known.delete(nameOf(draft)),
  };
}

/** Revisions handed out within one batch, on top of what is known to be written. */
export function nextRevisions(known: { of(draft: Of): number }) {
  const taken = new Map<string, number>();
  return (draft: Of, standing: { kind: 'decision' | 'addition'; revision: number }): number => {
    const name = `${draft.orgId}/${draft.subject.kind}/${draft.subject.id}`;
    const last = taken.get(name) ?? known.of(draft);
    const revision = standing.kind === 'decision' ? standing.revision : Math.max(standing.revision, last + 1);
    taken.set(name, Math.max(last, revision));
    return revision;
  };
}
