import type { Agreement } from '../agreement/fold';
import type { Incident } from '../incident/incident';
import type { Notice } from '../notice/fold';
import { limitOf } from '../notice/judging';
import { type NoticeFact, wantsLimit } from './facts';

/** A notice's fact with the limit that its incident and its contract give it while no version of it has counted one. */
export const withLimit = (
  fact: NoticeFact,
  notice: Notice | null,
  incident: Incident | null,
  agreement: Agreement | null,
): NoticeFact =>
  !wantsLimit(fact) || notice === null || incident === null || agreement === null
    ? fact
    : { ...fact, dueAt: limitOf(notice, incident, agreement) };
