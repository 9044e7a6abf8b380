import { authorityOn } from '../authority/authorities';
import { localDate } from '../deadline/calendarDate';
import { paced, paceOf } from '../deadline/pace';
import { lawDue } from '../law/lawDue';
import { profileAt } from '../law/profile';
import { type AuthorityFile, isSettled } from './authority';
import type { CaseOpened } from './values';
import { placeOf } from './place';

/** An authority that has nothing more to be told and has not asked. `about`: the entry that it answers by its silence. */
export type Silence = { about: number; since: string; overAt: string };

/**
 * Until when an authority's silence is waited for, by what it says of itself (CNIL: two months); null where it says nothing,
 * or where it is not its turn. That it is over suggests closing the file; nothing closes by itself.
 *
 * @see domain rules 3.5 (`s.cnil.silence`), 7.4 (region SA)
 */
export function silenceOf(file: AuthorityFile, opened: Pick<CaseOpened, 'zone' | 'drill'>): Silence | null {
  if (file.state !== 'FINAL' || !isSettled(file)) return null;
  const answers = file.questions.map(({ seq, answeredAt }) => ({ about: seq, since: answeredAt ?? '' }));
  const told = [...file.filings.map(({ seq, sentAt }) => ({ about: seq, since: sentAt })), ...answers];
  const [newest] = told.toSorted((a, b) => Date.parse(b.since) - Date.parse(a.since));
  if (newest === undefined) return null;
  const waited = authorityOn(file.authorityId, localDate(newest.since, opened.zone))?.silence ?? null;
  const profile = waited === null ? null : profileAt(waited.law, newest.since);
  if (waited === null || profile === null) return null;
  const { strict } = lawDue({ profile, key: waited.key }, newest.since, placeOf(opened));
  return { ...newest, overAt: paced(newest.since, strict, paceOf(opened)) };
}
