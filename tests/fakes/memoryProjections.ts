import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import type { Entry, SubjectKind } from '../../domain/journal/entry';
import { foldSubject, isOpen, parentOf } from '../../domain/journal/folds';
import type { State } from '../../domain/journal/states';
import { factOf, isFactKind } from '../../domain/register/facts';
import { withLimit } from '../../domain/register/limit';
import { SubjectUnreadable } from '../../domain/shared/unreadable';

const WINDOW = 1000;

/** Keeps the promises of the projections port from the entries alone; held to them by the contract suite. */
export function createMemoryProjections(journal: Pick<Journal, 'readSubject' | 'readWindow'>): Projections {
  const known = new Map<string, { entries: Entry[]; state: State<SubjectKind> | null }>();
  const placeOf = (orgId: string, kind: SubjectKind, id: string) => `${orgId}/${kind}/${id}`;

  /** On top of what was folded of the very same entries before: an erasure puts others in their place. */
  async function fold<K extends SubjectKind>(orgId: string, kind: K, id: string): Promise<State<K> | null> {
    const entries = await journal.readSubject(orgId, { kind, id }, 0);
    const before = known.get(placeOf(orgId, kind, id));
    const isBegun = before !== undefined && before.entries.every((entry, index) => entry === entries[index]);
    const start = isBegun ? (before.state as State<K> | null) : null;
    const state = foldSubject(kind, isBegun ? entries.slice(before.entries.length) : entries, start);
    known.set(placeOf(orgId, kind, id), { entries, state });
    return state;
  }

  const stateOf = async <K extends SubjectKind>(orgId: string, kind: K, id: string) =>
    readable(kind, await journal.readSubject(orgId, { kind, id }, 0));

  return {
    read: fold,

    remembered: <K extends SubjectKind>(orgId: string, kind: K, id: string) =>
      structuredClone(known.get(placeOf(orgId, kind, id))?.state ?? null) as State<K> | null,

    list: async (orgId, kind, { open, parentId, after, limit }) => {
      const first = (await allOf(journal, orgId)).filter(
        ({ subject, revision }) => subject.kind === kind && revision === 1,
      );
      const ids = first.map(({ subject }) => subject.id).toReversed();
      const rest = after === undefined ? ids : ids.includes(after) ? ids.slice(ids.indexOf(after) + 1) : [];
      const states = await Promise.all(rest.map((id) => stateOf(orgId, kind, id)));
      return states
        .filter((state) => state !== null)
        .filter((state) => open === undefined || isOpen(kind, state) === open)
        .filter((state) => parentId === undefined || parentOf(kind, state) === parentId)
        .slice(0, limit);
    },

    readAll: async (orgId, kind, ids) => {
      const states = await Promise.all(ids.map((id) => stateOf(orgId, kind, id)));
      return states.filter((state) => state !== null);
    },

    facts: async (orgId) => {
      const first = (await allOf(journal, orgId)).filter(({ revision }) => revision === 1);
      const facts = await Promise.all(
        first.map(async ({ subject: { kind, id } }) => {
          if (!isFactKind(kind)) return null;
          const state = await stateOf(orgId, kind, id);
          const fact = state === null ? null : factOf(kind, state);
          if (fact?.kind !== 'notice') return fact;
          const around = [
            stateOf(orgId, 'notice', id),
            stateOf(orgId, 'incident', fact.incidentId),
            stateOf(orgId, 'agreement', fact.agreementId),
          ] as const;
          return withLimit(fact, ...(await Promise.all(around)));
        }),
      );
      return facts.filter((fact) => fact !== null);
    },

    unreadable: async (orgId, limit) => {
      const first = (await allOf(journal, orgId)).filter(({ revision }) => revision === 1);
      const found = await Promise.all(
        first.map(async ({ subject }) => {
          const entries = await journal.readSubject(orgId, subject, 0);
          return isReadable(subject.kind, entries) ? [] : [subject];
        }),
      );
      return found.flat().slice(0, limit);
    },
  };
}

async function allOf(journal: Pick<Journal, 'readWindow'>, orgId: string): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const window = await journal.readWindow(orgId, all.length, WINDOW);
    if (window.length === 0) return all;
    all.push(...window);
  }
}

function isReadable(kind: SubjectKind, entries: Entry[]): boolean {
  try {
    foldSubject(kind, entries);
    return true;
  } catch (error) {
    if (error instanceof SubjectUnreadable) return false;
    throw error;
  }
}

/** The newest state before an entry that cannot be read. */
function readable<K extends SubjectKind>(kind: K, entries: Entry[]): State<K> | null {
  for (let count = entries.length; count > 0; count -= 1) {
    try {
      return foldSubject(kind, entries.slice(0, count));
    } catch (error) {
      if (!(error instanceof SubjectUnreadable)) throw error;
    }
  }
  return null;
}
