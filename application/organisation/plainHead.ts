import type { Head } from '../../domain/letters/head';
import { LAW_PROFILE } from '../notice/letterParts';

/** Head of a letter that no person signs and that is no version of anything; hours are written in `zone` (IANA). */
export const plainHead = ({ now, ...said }: Pick<Head, 'reference' | 'zone' | 'sender'> & { now: Date }) => ({
  ...said,
  version: null,
  writtenAt: now.toISOString(),
  author: null,
  approver: null,
  lawProfile: LAW_PROFILE,
  exercise: false,
});
