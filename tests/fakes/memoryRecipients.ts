import type { DueRecipient, Recipients } from '../../application/ports/recipients';
import type { ListFacts, Progress } from '../../domain/controllerCase/recipients';

type Row = DueRecipient & {
  state: 'waiting' | 'leaving' | 'sent' | 'refused' | 'unknown';
  atMs: number;
  bounced: boolean;
};
type List = {
  facts: ListFacts | null;
  key: string | null;
  expiresAt: Date | null;
  counted: Progress | null;
  rows: Row[];
};

/** Lists of recipients in a map; passes the same contract suite as the one on MongoDB. */
export function createMemoryRecipients(): Recipients {
  const lists = new Map<string, List>();
  const at = (orgId: string, listId: string): List => {
    const empty = { facts: null, key: null, expiresAt: null, counted: null, rows: [] };
    return lists.get(`${orgId}/${listId}`) ?? empty;
  };
  const ofOrg = (orgId: string) => [...lists].filter(([place]) => place.startsWith(`${orgId}/`));
  const rowOf = (orgId: string, listId: string, n: number) => at(orgId, listId).rows.find((row) => row.n === n);
  const count = (rows: Row[], state: Row['state']) => rows.filter((row) => row.state === state).length;

  const memory: Recipients = {
    async begin(orgId, listId, expiresAt) {
      lists.set(`${orgId}/${listId}`, { ...at('', ''), expiresAt, rows: [] });
    },
    async add(orgId, listId, first, recipients) {
      const fresh = { tries: 0, state: 'waiting' as const, atMs: 0, bounced: false };
      at(orgId, listId).rows.push(...recipients.map((recipient, i) => ({ ...fresh, n: first + i, recipient })));
    },
    async complete(orgId, key, facts) {
      if (ofOrg(orgId).some(([, list]) => list.key === key)) return false;
      Object.assign(at(orgId, facts.listId), { key, facts });
      return true;
    },
    byKey: async (orgId, key) => ofOrg(orgId).find(([, list]) => list.key === key)?.[1].facts ?? null,
    async find(orgId, listId) {
      const { facts, counted } = at(orgId, listId);
      return counted === null ? facts : null;
    },
    async ofCase(orgId, caseId) {
      const found = ofOrg(orgId).flatMap(([, { facts }]) => (facts?.caseId === caseId ? [facts] : []));
      return found.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
    },
    async accept(orgId, listId) {
      at(orgId, listId).expiresAt = null;
    },
    async due(orgId, listId, now, limit) {
      const due = at(orgId, listId).rows.filter(({ state, atMs }) => state === 'waiting' && atMs <= now.getTime());
      return due.slice(0, limit).map(({ n, tries, recipient }) => ({ n, tries, recipient }));
    },
    async claim(orgId, listId, n, leaseUntil) {
      const row = rowOf(orgId, listId, n);
      if (row?.state !== 'waiting') return false;
      Object.assign(row, { state: 'leaving', tries: row.tries + 1, atMs: leaseUntil.getTime() });
      return true;
    },
    async settle(orgId, listId, n, settled) {
      const row = rowOf(orgId, listId, n);
      if (row?.state !== 'leaving') return;
      row.state = settled.state;
      if (settled.state === 'waiting') row.atMs = settled.retryAt.getTime();
    },
    async lapse(orgId, listId, now) {
      for (const row of at(orgId, listId).rows)
        if (row.state === 'leaving' && row.atMs <= now.getTime()) row.state = 'unknown';
    },
    async bounce(orgId, listId, n) {
      const row = rowOf(orgId, listId, n);
      if (row === undefined || row.bounced || (row.state !== 'sent' && row.state !== 'unknown')) return false;
      row.bounced = true;
      return true;
    },
    async progress(orgId, listId) {
      const { rows, counted } = at(orgId, listId);
      if (counted !== null) return counted;
      return {
        waiting: count(rows, 'waiting'),
        leaving: count(rows, 'leaving'),
        sent: count(rows, 'sent'),
        refused: count(rows, 'refused'),
        unknown: count(rows, 'unknown'),
        bounced: rows.filter(({ bounced }) => bounced).length,
      };
    },
    async forget(orgId, listId) {
      const list = lists.get(`${orgId}/${listId}`);
      if (list === undefined) return;
      if (list.expiresAt !== null) lists.delete(`${orgId}/${listId}`);
      else Object.assign(list, { counted: await memory.progress(orgId, listId), rows: [] });
    },
    async forgetExpired(orgId, now) {
      for (const [place, { expiresAt }] of ofOrg(orgId))
        if (expiresAt !== null && expiresAt <= now) lists.delete(place);
    },
  };
  return memory;
}
