import type { Mailbox } from '../../application/ports/mailbox';

/** What pages need beside the ports: how their stylesheet is reached, and the catching server's mails where there is one. */
export type PageHouse = { stylesheet: string; mailbox: Mailbox | null };
