/** `next`: where the page that follows begins; null at the end. */
export type PageOf<T> = { items: T[]; next: string | null };

/** The page of a list behind `after`, the id of the last item of the page before; an id that is not there has none. */
export function pageAfter<T>(
  all: readonly T[],
  { after, limit }: { after?: string | undefined; limit: number },
  idOf: (item: T) => string,
): PageOf<T> {
  const place = after === undefined ? -1 : all.findIndex((item) => idOf(item) === after);
  if (after !== undefined && place === -1) return { items: [], next: null };
  const items = all.slice(place + 1, place + 1 + limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && place + 1 + limit < all.length ? idOf(last) : null };
}
