import type { Notice } from './fold';

/** What is handed to the controller's own organisation: a version by its number, an answer by its question's id. */
export type ToHand = { what: 'version' | 'answer'; id: string; atMs: number };

/** The organisation of this installation to which the newest version was to be handed; null for none. */
export const insideOf = ({ versions }: Pick<Notice, 'versions'>): string | null =>
  versions.findLast(({ inside }) => inside !== null)?.inside ?? null;

/**
 * What was frozen or answered for an organisation of this installation and is not known to be there. Oldest first; whether
 * a version is for one was settled when it was frozen.
 */
export function toHand({ versions, questions, handed }: Pick<Notice, 'versions' | 'questions' | 'handed'>): ToHand[] {
  const all: ToHand[] = [
    ...versions
      .filter(({ inside }) => inside !== null)
      .map(({ number, frozenAt }) => ({ what: 'version' as const, id: String(number), atMs: Date.parse(frozenAt) })),
    ...questions.flatMap(({ id, via, answeredAt }) =>
      via === 'account' && answeredAt !== null ? [{ what: 'answer' as const, id, atMs: Date.parse(answeredAt) }] : [],
    ),
  ];
  const isThere = ({ what, id }: ToHand): boolean => handed.some((one) => one.what === what && one.id === id);
  return all.filter((one) => !isThere(one)).toSorted((a, b) => a.atMs - b.atMs);
}
