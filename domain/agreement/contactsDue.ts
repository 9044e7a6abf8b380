import { DAY_MS } from '../shared/instant';

/** So long nobody is reminded again of what was said already. */
export const REMINDED_EVERY_DAYS = 7;

type Said = { at: string; agreementIds: readonly string[] } | null;

/** Whether somebody is to be told now that these agreements ask for tests: something is new, or a week has passed. */
export function isToBeSaid(agreementIds: readonly string[], said: Said, now: Date): boolean {
  if (agreementIds.length === 0) return false;
  if (said === null || agreementIds.some((id) => !said.agreementIds.includes(id))) return true;
  return now.getTime() - Date.parse(said.at) >= REMINDED_EVERY_DAYS * DAY_MS;
}
