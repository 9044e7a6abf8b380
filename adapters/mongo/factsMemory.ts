import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import type { SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';
import { type FactKind, factKinds, factOf, type SubjectFact } from '../../domain/register/facts';

/** Organisations whose facts are kept: some 400 bytes a subject. */
const MOST_ORGANISATIONS = 20;
const WINDOW = 500;

type Kept = { seq: number; leaf: string; facts: Map<string, SubjectFact> };

type States = {
  /** Catches up with the journal; the highest `seq` seen. */
  head(orgId: string): Promise<number>;
  /** As the last catching up left them. */
  statesOf: Projections['readAll'];
  /** All that began up to an entry. */
  walk<K extends SubjectKind>(orgId: string, kind: K, head: number): AsyncIterable<State<K>>;
};

/**
 * Facts of every subject, made of the projections once and then of what the journal says has changed. The entry up to which
 * they are true is read again at each answer: a restored journal may not hold it, and they are made anew.
 */
export function createFactsMemory(journal: Pick<Journal, 'readWindow'>, states: States): Projections['facts'] {
  const kept = new Map<string, Promise<Kept>>();

  async function follow(orgId: string, before: Kept | undefined): Promise<Kept> {
    const from = before ?? (await made(orgId));
    const [known, ...newer] = await journal.readWindow(orgId, Math.max(0, from.seq - 1), WINDOW);
    if (from.seq > 0 && known?.leaf !== from.leaf) return follow(orgId, undefined);
    const entries = from.seq > 0 || known === undefined ? newer : [known, ...newer];
    const last = entries.at(-1);
    if (last === undefined) return from;
    await refresh(orgId, from.facts, entries);
    return follow(orgId, { seq: last.seq, leaf: last.leaf, facts: from.facts });
  }

  async function made(orgId: string): Promise<Kept> {
    const seq = await states.head(orgId); // before the walk: what is written meanwhile is read again
    const [newest] = seq === 0 ? [] : await journal.readWindow(orgId, seq - 1, 1);
    const facts = new Map<string, SubjectFact>();
    for (const kind of factKinds) {
      for await (const state of states.walk(orgId, kind, seq)) put(facts, kind, state.id, factOf(kind, state));
    }
    return { seq: newest?.seq ?? 0, leaf: newest?.leaf ?? '', facts };
  }

  async function refresh(
    orgId: string,
    facts: Map<string, SubjectFact>,
    entries: readonly { subject: { kind: SubjectKind; id: string } }[],
  ): Promise<void> {
    await states.head(orgId);
    for (const kind of factKinds) {
      const ids = new Set(entries.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : [])));
      if (ids.size === 0) continue;
      for (const state of await states.statesOf(orgId, kind, [...ids])) put(facts, kind, state.id, factOf(kind, state));
    }
  }

  return async (orgId) => {
    // one answer after the other: two at once would follow from the same point
    const before = kept.get(orgId)?.catch(() => undefined) ?? Promise.resolve(undefined);
    const next = before.then((known) => follow(orgId, known));
    kept.delete(orgId);
    kept.set(orgId, next);
    const [oldest] = kept.keys();
    if (kept.size > MOST_ORGANISATIONS && oldest !== undefined) kept.delete(oldest);
    return [...(await next).facts.values()];
  };
}

function put(facts: Map<string, SubjectFact>, kind: FactKind, id: string, fact: SubjectFact | null): void {
  if (fact === null) facts.delete(`${kind}/${id}`);
  else facts.set(`${kind}/${id}`, fact);
}
