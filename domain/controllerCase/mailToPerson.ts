/**
 * Names one mail to one person in Message-ID and ENVID, the same however often it leaves: the case, which of its lists,
 * the recipient's number. Nobody outside learns more from it.
 */
export const nameOfMail = (caseId: string, ordinal: number, n: number): string => `${caseId}.p${ordinal}-${n}`;

/** Null for the name of anything else. */
export function readNameOfMail(name: string): { caseId: string; ordinal: number; n: number } | null {
  const [, caseId, ordinal, n] = /^([\w-]+)\.p(\d{1,4})-(\d{1,9})$/.exec(name) ?? [];
  return caseId === undefined ? null : { caseId, ordinal: Number(ordinal), n: Number(n) };
}
