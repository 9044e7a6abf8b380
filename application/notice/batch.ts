import { checkItems } from '../../domain/notice/checkItems';
import { decideVersion } from '../../domain/notice/decideVersion';
import { dueOf } from '../../domain/notice/case';
import { type Notice, newestVersion } from '../../domain/notice/fold';
import { type Draft, type Items, type ItemName, itemNames, Items as WholeItems } from '../../domain/notice/items';
import type { NamedClient } from '../../domain/notice/noticeTexts';
import { waysTo } from '../../domain/notice/waysTo';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import { casesOf } from '../overview/listNow';
import { maySendNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { defaultsOf } from './defaults';
import { clientsOf } from '../agreement/clientsOf';
import { othersNamed } from './otherClients';
import type { FullCase } from './readCase';
import { recipientsOf } from './recipientsOf';
import { type Seen, seenOf } from './tellingOf';
import { writtenSoFar } from './writtenSoFar';

/** A notice that could leave now. `isLate`: its reason is asked for; `others`: clients that it names and should not. */
export type ReadyNotice = {
  fullCase: FullCase;
  items: Items;
  isLate: boolean;
  seen: Seen;
  others: readonly NamedClient[];
};

/** A notice that is written and cannot leave yet: which items have to be settled. */
export type UnreadyNotice = { fullCase: FullCase; items: readonly ItemName[] };

export type Batch = {
  ready: readonly ReadyNotice[];
  unready: readonly UnreadyNotice[];
  /** What most of those that are ready say alike; null where no two do. Numbers are each one's own. */
  common: Draft;
  /** Every notice of the incident, oldest first. */
  all: readonly FullCase[];
};

/** All notices of one incident, as somebody decides on them together (F39). Each is read anew, with its recipients. */
export async function readBatch({ ctx, input }: Call<{ incidentId: string }>): Promise<Result<Batch>> {
  if (!maySendNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const cases = await casesOf(ctx, input.incidentId);
  if (!cases.ok) return cases;
  const clients = await clientsOf(ctx);
  const now = ctx.ports.now();
  const ready: ReadyNotice[] = [];
  const unready: UnreadyNotice[] = [];
  for (const fullCase of cases.value.filter(isWritten)) {
    const items = WholeItems.safeParse(writtenSoFar(fullCase));
    const isLate = lateNow(fullCase, now);
    const isReady = items.success && canLeave(fullCase, items.data, isLate, now) && hasWay(fullCase);
    if (isReady) {
      const others = othersNamed(clients, fullCase, items.data);
      ready.push({ fullCase, items: items.data, isLate, seen: seenOf(fullCase), others });
    } else unready.push({ fullCase, items: unsettled(fullCase, now) });
  }
  return done({ ready, unready, common: commonOf(ready.map(({ items }) => items)), all: cases.value });
}

/** Something of it waits to be sent: nothing has been yet, or somebody has written since. */
function isWritten(fullCase: FullCase): boolean {
  const { notice } = fullCase;
  if (notice.life !== 'OPEN' || dueOf(fullCase) === null) return false;
  return newestVersion(notice) === null || notice.drafting.savedAt !== null;
}

export const lateNow = (fullCase: FullCase, now: Date): boolean => {
  const due = dueOf(fullCase);
  return due !== null && newestVersion(fullCase.notice) === null && now.getTime() > Date.parse(due.dueAt);
};

/** Asked of the code that will freeze it; the reason of a delay is given with the sending. */
function canLeave(fullCase: FullCase, items: Items, isLate: boolean, now: Date): boolean {
  const command = commandFor(fullCase.notice, items, isLate ? '…' : undefined);
  return decideVersion(fullCase, command, defaultsOf(fullCase), now).ok;
}

export const commandFor = (notice: Notice, items: Items, lateReason?: string) =>
  newestVersion(notice) === null
    ? { kind: 'send' as const, items, ...(lateReason !== undefined && { lateReason }) }
    : { kind: 'supplement' as const, items };

const hasWay = (fullCase: FullCase): boolean =>
  recipientsOf(fullCase).some((contact) => waysTo(contact, fullCase.offers).length > 0);

/** Items without an answer, or with one that may not leave. */
function unsettled(fullCase: FullCase, now: Date): ItemName[] {
  const draft = writtenSoFar(fullCase);
  const missing = itemNames.filter((item) => draft[item] === null);
  const said = Object.fromEntries(Object.entries(draft).filter(([, item]) => item !== null)) as Partial<Items>;
  const faulty = checkItems(said, now).map(({ pointer }) => pointer.split('/')[2] ?? '');
  return itemNames.filter((item) => missing.includes(item) || faulty.includes(item));
}

/** Item c without its numbers: they differ where the words are one. */
export function withoutNumbers(item: Items[ItemName]): Items[ItemName] {
  const isCounted = typeof item !== 'string' && !Array.isArray(item) && item.answer === 'value' && 'persons' in item;
  return isCounted ? { ...item, persons: null, records: null } : item;
}

export const isSame = (a: Items[ItemName] | null, b: Items[ItemName]): boolean =>
  a !== null && canonical(a as Json) === canonical(withoutNumbers(b) as Json);

/** Of each item, what more than one notice says, and most of them do. */
function commonOf(all: readonly Items[]): Draft {
  const most = (item: ItemName) => {
    const said = new Map<string, { value: Items[ItemName]; count: number }>();
    for (const items of all) {
      const value = withoutNumbers(items[item]);
      const key = canonical(value as Json);
      said.set(key, { value, count: (said.get(key)?.count ?? 0) + 1 });
    }
    const [first] = [...said.values()].toSorted((a, b) => b.count - a.count);
    return first !== undefined && first.count > 1 ? first.value : null;
  };
  return Object.fromEntries(itemNames.map((item) => [item, most(item)])) as Draft;
}
