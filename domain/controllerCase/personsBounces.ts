import { DAY_MS } from '../shared/instant';
import type { Persons } from './persons';
import type { PersonsBounced } from './personsValues';

/** How many mails of a list its store counts as come back. */
export type ListBounces = { listId: string; bounced: number };

/**
 * What the journal is to say of mails that came back after the last of a list had left (told versus concerned, domain rules
 * 7.4): each list with its new count, never more than were told. Null while nothing is new, or less than a day after the end
 * of the newest list or the last count; `isLast`: the lists are about to be forgotten, and no day is waited for.
 */
export function bouncesToSay(
  { tellings, sendings, bouncedAt }: Persons,
  counted: readonly ListBounces[],
  { now, isLast }: { now: Date; isLast: boolean },
): PersonsBounced | null {
  const saidAt = [bouncedAt, ...sendings.map(({ doneAt }) => doneAt)].flatMap((at) => (at === null ? [] : [at]));
  if (!isLast && saidAt.some((at) => now.getTime() < Date.parse(at) + DAY_MS)) return null;
  const lists = tellings.flatMap(({ listId, told, bounced: said }) => {
    const found = counted.find((one) => one.listId === listId);
    const bounced = Math.min(found?.bounced ?? 0, told);
    return listId === null || bounced <= said ? [] : [{ listId, bounced }];
  });
  return lists.length === 0 ? null : { lists };
}
