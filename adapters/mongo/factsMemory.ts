import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import type { Entry, SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';
import {
  type FactKind,
  factKinds,
  factOf,
  type NoticeFact,
  type SubjectFact,
  wantsLimit,
} from '../../domain/register/facts';
import { withLimit } from '../../domain/register/limit';

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
    const below = Math.max(0, from.seq - 1);
    const [known, ...newer] = await journal.readWindow(orgId, below, WINDOW);
    if (from.seq > 0 && known?.leaf !== from.leaf) return follow(orgId, undefined);
    const entries = from.seq > 0 || known === undefined ? newer : [known, ...newer];
    const last = entries.at(-1);
    if (last === undefined) return from;
    await refresh(orgId, from.facts, entries);
    const next = { seq: last.seq, leaf: last.leaf, facts: from.facts };
    return last.seq < below + WINDOW ? next : follow(orgId, next); // shorter than it could be: the last
  }

  async function made(orgId: string): Promise<Kept> {
    const seq = await states.head(orgId); // before the walk: what is written meanwhile is read again
    const [newest] = seq === 0 ? [] : await journal.readWindow(orgId, seq - 1, 1);
    const facts = new Map<string, SubjectFact>();
    for (const kind of factKinds) {
      for await (const state of states.walk(orgId, kind, seq)) put(facts, kind, state.id, factOf(kind, state));
    }
    await putLimits(orgId, facts, () => true);
    return { seq: newest?.seq ?? 0, leaf: newest?.leaf ?? '', facts };
  }

  async function refresh(orgId: string, facts: Map<string, SubjectFact>, entries: readonly Entry[]): Promise<void> {
    await states.head(orgId);
    const changed = new Map(entries.map(({ subject }) => [placeOf(subject.kind, subject.id), subject]));
    for (const kind of factKinds) {
      const ids = [...changed.values()].flatMap((subject) => (subject.kind === kind ? [subject.id] : []));
      if (ids.length === 0) continue;
      for (const state of await states.statesOf(orgId, kind, ids)) put(facts, kind, state.id, factOf(kind, state));
    }
    await putLimits(orgId, facts, ({ id, incidentId, agreementId }) =>
      [placeOf('notice', id), placeOf('incident', incidentId), placeOf('agreement', agreementId)].some((place) =>
        changed.has(place),
      ),
    );
  }

  /** Limits that no version has counted yet, of the notices asked for. */
  async function putLimits(
    orgId: string,
    facts: Map<string, SubjectFact>,
    isAsked: (fact: NoticeFact) => boolean,
  ): Promise<void> {
    const waiting = [...facts.values()].filter(
      (fact): fact is NoticeFact => fact.kind === 'notice' && wantsLimit(fact) && isAsked(fact),
    );
    if (waiting.length === 0) return;
    const read = async <K extends SubjectKind>(kind: K, idOf: (fact: NoticeFact) => string) => {
      const found = await states.statesOf(orgId, kind, [...new Set(waiting.map(idOf))]);
      const byId = new Map(found.map((state) => [state.id, state]));
      return (fact: NoticeFact) => byId.get(idOf(fact)) ?? null;
    };
    const noticeOf = await read('notice', ({ id }) => id);
    const incidentOf = await read('incident', ({ incidentId }) => incidentId);
    const agreementOf = await read('agreement', ({ agreementId }) => agreementId);
    for (const fact of waiting) {
      put(facts, 'notice', fact.id, withLimit(fact, noticeOf(fact), incidentOf(fact), agreementOf(fact)));
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
  if (fact === null) facts.delete(placeOf(kind, id));
  else facts.set(placeOf(kind, id), fact);
}

const placeOf = (kind: SubjectKind, id: string): string => `${kind}/${id}`;
