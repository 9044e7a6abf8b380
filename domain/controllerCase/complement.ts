import { authorityOn } from '../authority/authorities';
import { localDate } from '../deadline/calendarDate';
import { profileAt } from '../law/profile';
import { type AuthorityFile, isWithdrawn } from './authority';
import type { ControllerCase } from './case';
import type { Since } from './growth';
import { lateSince } from './lateSince';
import { isNews } from './newFacts';
import type { CaseOpened } from './values';

/** How often whoever completes a notification is reminded: our own figure, the GDPR says "without undue further delay". */
export const WEEK_HOURS = 168;

/**
 * Hours after an initial notification in which an authority asks for what completes it, if possible (CNIL: 72); where it
 * says nothing of it, a week of our own (GDPR Art 33(4)).
 *
 * @param sentAt when the initial notification left: the law profile in force then counts
 * @see domain rules 3.5, 7.4 (region SA)
 */
export function complementHours(authorityId: string, sentAt: string, { zone }: Pick<CaseOpened, 'zone'>): number {
  const asked = authorityOn(authorityId, localDate(sentAt, zone))?.complement ?? null;
  const limit = asked === null ? undefined : profileAt(asked.law, sentAt)?.limits[asked.key];
  return limit?.unit === 'hours' ? limit.length : WEEK_HOURS;
}

/**
 * What came first of which this authority was told nothing, though all that was known then was filed with it: news, facts
 * that grew, or a correction by which it had been told late. A complementary notification tells of it, or its file is closed after it with the reason (GDPR Art 33(4); rule G7).
 */
export function untoldSince(file: AuthorityFile, one: ControllerCase): Since | null {
  const { told, newsSeq, grown } = one;
  const isWhole = file.state === 'FINAL' || (file.state === 'SA_CLOSED' && !isWithdrawn(file));
  if (!isWhole) return null;
  const after = Math.max(file.filings.at(-1)?.seq ?? 0, file.closed?.seq ?? 0);
  const news = newsSeq > after ? told.filter(({ kind, seq }) => isNews(kind) && seq <= newsSeq) : [];
  const late = lateSince(file, one);
  const since = [...news, ...(grown ? [grown] : []), ...(late ? [late] : [])].filter(({ seq }) => seq > after);
  return since.toSorted((a, b) => a.seq - b.seq)[0] ?? null;
}

/** What completes the notification to an authority is owed from here, within so many hours; null where nothing is. */
export function complementOwed(file: AuthorityFile, one: ControllerCase): (Since & { hours: number }) | null {
  const last = file.filings.at(-1);
  if (last === undefined) return null;
  const filed = { seq: last.seq, at: last.sentAt };
  if (file.state === 'INITIAL_SENT')
    return { ...filed, hours: complementHours(file.authorityId, last.sentAt, one.opened) };
  if (file.state === 'COMPLEMENTED') return { ...filed, hours: WEEK_HOURS };
  const since = untoldSince(file, one);
  return since && { seq: since.seq, at: since.at, hours: WEEK_HOURS };
}
