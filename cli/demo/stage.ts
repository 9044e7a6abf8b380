import type { Acts } from './acts';
import type { House } from './house';
import type { CaughtMails } from './mailbox';
import type { Story } from './story';

/** What every chapter has at hand. */
export type Stage = { story: Story; acts: Acts; house: House; mails: CaughtMails; url: string; now(): Date };

/** The engine answers a poke in well under a second; a busy machine gets more (milliseconds). */
export const SOON_MS = 15_000;
