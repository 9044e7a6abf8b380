import type { Head } from '../../domain/letters/head';
import { authorityLaw } from '../../domain/law/authorityLaw';

/** Head of a letter that no person signs and that is no version of anything; hours are written in `zone` (IANA). */
export const plainHead = ({ now, ...said }: Pick<Head, 'reference' | 'zone' | 'sender'> & { now: Date }) => ({
  ...said,
  version: null,
  writtenAt: now.toISOString(),
  author: null,
  approver: null,
  lawProfile: authorityLaw(now.toISOString()).profile.id,
  exercise: false,
});
