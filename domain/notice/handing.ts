import type { Notice } from './fold';

/** What is handed to the controller's own organisation: a version by its number, an answer by its question's id. */
export type ToHand = { what: 'version' | 'answer'; id: string; atMs: number };

/** Whether its versions become a case of the controller's: a drill is nobody's, and an incident report tells of no breach (rule E5). */
export const isHandedOn = ({ opened }: Pick<Notice, 'opened'>): boolean =>
  opened.purpose === 'breach' && !opened.exercise;

/** For which organisation of this installation a version is, when it is frozen. */
export const insideFor = (notice: Pick<Notice, 'opened'>, inside: string | null): string | null =>
  isHandedOn(notice) ? inside : null;

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
