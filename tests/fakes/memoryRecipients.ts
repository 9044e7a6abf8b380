import { createHmac } from 'node:crypto';
import type { Outcome, Recipients } from '../../application/ports/recipients';
import {
  emptyProgress,
  type LeftOut,
  type ListFacts,
  type Progress,
  type Recipient,
  TOGETHER,
} from '../../domain/controllerCase/recipients';

type Row = { n: number; recipient: Recipient; state: Outcome | 'letter'; bounced: boolean };
type Group = { rows: Row[]; isAway: boolean; tries: number; begunAt: Date | null; turn: number; atMs: number | null };
type List = {
  facts: ListFacts | null;
  key: string | null;
  expiresAt: Date | null;
  counted: Progress | null;
  groups: Group[];
  leftOut: LeftOut[];
};

/** Lists of recipients in a map; passes the same contract suite as the one on MongoDB. */
export function createMemoryRecipients(): Recipients {
  const lists = new Map<string, List>();
  const at = (orgId: string, listId: string): List => {
    const empty = { facts: null, key: null, expiresAt: null, counted: null, groups: [], leftOut: [] };
    return lists.get(`${orgId}/${listId}`) ?? empty;
  };
  const ofOrg = (orgId: string) => [...lists].filter(([place]) => place.startsWith(`${orgId}/`));
  const move = (group: Group | undefined, turn: number, to: Partial<Group>): boolean => {
    if (group?.turn !== turn) return false;
    Object.assign(group, to, { turn: turn + 1 });
    return true;
  };

  const memory: Recipients = {
    async begin(orgId, listId, expiresAt) {
      lists.set(`${orgId}/${listId}`, { ...at('', ''), expiresAt });
    },
    async leaveOut(orgId, listId, _order, rows) {
      at(orgId, listId).leftOut.push(...rows);
    },
    async *leftOut(orgId, listId) {
      yield* at(orgId, listId).leftOut;
    },
    async add(orgId, listId, first, recipients) {
      if (first % TOGETHER !== 1) throw new RangeError('a batch is stored whole');
      for (let place = 0; place < recipients.length; place += TOGETHER) {
        const own = recipients.slice(place, place + TOGETHER);
        const rows = own.map((recipient, index) => {
          const state = recipient.email === null ? ('letter' as const) : ('waiting' as const);
          return { n: first + place + index, recipient, state, bounced: false };
        });
        const atMs = rows.some(({ state }) => state === 'waiting') ? 0 : null;
        at(orgId, listId).groups.push({ rows, isAway: false, tries: 0, begunAt: null, turn: 0, atMs });
      }
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
    async kept(orgId) {
      return ofOrg(orgId).flatMap(([, { facts, counted }]) => (facts === null || counted !== null ? [] : [facts]));
    },
    async accept(orgId, listId) {
      at(orgId, listId).expiresAt = null;
    },
    async dueNumbers(orgId, listId, now) {
      return at(orgId, listId).groups.flatMap(({ isAway, atMs }, index) =>
        isAway || atMs === null || atMs > now.getTime() ? [] : [index + 1],
      );
    },
    async due(orgId, listId, now, numbers) {
      const due = await this.dueNumbers(orgId, listId, now);
      return at(orgId, listId).groups.flatMap(({ rows, tries, begunAt, turn }, index) => {
        if (!numbers.includes(index + 1) || !due.includes(index + 1)) return [];
        const waiting = rows.filter(({ state }) => state === 'waiting');
        const recipients = waiting.flatMap(({ n, recipient }) => (recipient.email === null ? [] : [{ n, recipient }]));
        return [{ batch: index + 1, turn, tries, begunAt, recipients }];
      });
    },
    async nextAt(orgId, listId) {
      const instants = at(orgId, listId).groups.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
      return instants.length === 0 ? null : new Date(Math.min(...instants));
    },
    async claim(orgId, listId, { batch, turn, tries, begunAt }, leaseUntil) {
      const group = at(orgId, listId).groups[batch - 1];
      return move(group, turn, { isAway: true, tries: tries + 1, begunAt, atMs: leaseUntil.getTime() });
    },
    async settle(orgId, listId, { batch, turn, recipients }, outcomes, retryAt) {
      const group = at(orgId, listId).groups[batch - 1];
      const atMs = outcomes.includes('waiting') ? retryAt.getTime() : null;
      if (!move(group, turn + 1, { isAway: false, atMs })) return;
      for (const [order, { n }] of recipients.entries()) {
        const row = group?.rows.find((one) => one.n === n);
        if (row !== undefined) row.state = outcomes[order] ?? row.state;
      }
    },
    async lapse(orgId, listId, now) {
      for (const group of at(orgId, listId).groups) {
        if (!group.isAway || group.atMs === null || group.atMs > now.getTime()) continue;
        move(group, group.turn, { isAway: false, atMs: null });
        for (const row of group.rows) if (row.state === 'waiting') row.state = 'unknown';
      }
    },
    async *unreached(orgId, listId) {
      for (const { state, bounced, recipient } of at(orgId, listId).groups.flatMap(({ rows }) => rows)) {
        const why = bounced ? 'bounced' : state;
        if (recipient.email !== null && (why === 'bounced' || why === 'refused' || why === 'unknown'))
          yield { recipient, why };
      }
    },
    async *reached(orgId, listId, also) {
      for (const { rows, isAway } of at(orgId, listId).groups)
        for (const { state, recipient, bounced } of rows)
          if (bounced) continue;
          else if (
            state === 'letter' ? also.letters : state === 'waiting' ? isAway || also.waiting : state !== 'refused'
          )
            yield recipient;
    },
    async *letters(orgId, listId) {
      for (const { rows } of at(orgId, listId).groups)
        for (const { recipient } of rows) if (recipient.email === null) yield recipient;
    },
    async bounce(orgId, listId, n) {
      const row = at(orgId, listId)
        .groups.flatMap(({ rows }) => rows)
        .find((one) => one.n === n);
      if (row === undefined || row.bounced || (row.state !== 'sent' && row.state !== 'unknown')) return false;
      row.bounced = true;
      return true;
    },
    async secretOf(orgId, listId) {
      const isKept = lists.get(`${orgId}/${listId}`)?.counted === null;
      return isKept ? createHmac('sha256', 'memory').update(`${orgId}/${listId}`).digest() : null;
    },
    async progress(orgId, listId) {
      const { groups, counted } = at(orgId, listId);
      if (counted !== null) return counted;
      const progress = emptyProgress();
      for (const { rows, isAway } of groups) {
        for (const { state, bounced } of rows) {
          progress[state === 'letter' ? 'letters' : state === 'waiting' && isAway ? 'leaving' : state] += 1;
          progress.bounced += bounced && state === 'sent' ? 1 : 0;
        }
      }
      return progress;
    },
    async forget(orgId, listId) {
      const list = lists.get(`${orgId}/${listId}`);
      if (list === undefined) return;
      if (list.expiresAt !== null) lists.delete(`${orgId}/${listId}`);
      else Object.assign(list, { counted: await memory.progress(orgId, listId), groups: [] });
    },
    async forgetExpired(orgId, now) {
      for (const [place, { expiresAt }] of ofOrg(orgId))
        if (expiresAt !== null && expiresAt <= now) lists.delete(place);
    },
  };
  return memory;
}
