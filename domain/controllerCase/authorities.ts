/** Authorities that can be named. */
export const AUTHORITIES: ReadonlySet<string> = new Set(['cnil', 'apd-gba']);
