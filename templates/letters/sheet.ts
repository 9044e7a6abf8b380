import type { Head } from '../../domain/letters/head';
import type { Block } from '../blocks/block';
import type { Speaker } from '../speaker';

/** What a letter says, before it takes a form. */
export type Sheet = {
  subject: string;
  title: string;
  strap: string;
  blocks: Block[];
};

/** Prefix of subjects, so that nobody takes an exercise for the real thing, nor the reverse. */
export const markOf = ({ exercise }: Head, { say }: Speaker): string => (exercise ? `[${say('exercise.mark')}] ` : '');

/** How far an earlier version is known to have come: an acknowledgement says more than a sending that nobody confirmed. */
export const comeTo = ({ sentAt, ackedAt }: { sentAt: string | null; ackedAt: string | null }) =>
  sentAt !== null ? 'Sent' : ackedAt !== null ? 'Acked' : 'Unsent';
