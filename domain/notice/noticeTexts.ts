import { type Client, clientsIn } from '../agreement/otherClients';
import type { Draft, ItemName } from './items';

/** A text of a notice: one of its items, or why it leaves late. */
export type NoticeText = ItemName | 'lateReason';
export type NamedClient = { item: NoticeText; name: string };

export type Texts = Partial<Draft> & { lateReason?: string | undefined };

/** The free texts of a notice: b is who can tell more. */
export function textsOf({ a, c, d, e, lateReason }: Texts): { item: NoticeText; text: string }[] {
  const said = (item: NoticeText, text: string | null) => (text === null ? [] : [{ item, text }]);
  const answer = (one: Draft['c'] | Draft['d'] | undefined): string | null => {
    switch (one?.answer) {
      case 'value':
        return one.text;
      case 'cannotBeDetermined':
        return one.reason;
      default:
        return null;
    }
  };
  return [
    ...said('a', a ?? null),
    ...said('c', answer(c)),
    ...said('d', answer(d)),
    ...said('e', answer(e)),
    ...said('lateReason', lateReason ?? null),
  ];
}

/** Text by text, which other clients are named. */
export const namedIn = (
  texts: readonly { item: NoticeText; text: string }[],
  own: Client,
  others: readonly Client[],
): NamedClient[] => texts.flatMap(({ item, text }) => clientsIn(text, own, others).map((name) => ({ item, name })));
