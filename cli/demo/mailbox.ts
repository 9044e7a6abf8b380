import { composeMailbox } from '../../runtime/compose/mailbox';
import { openDatabase } from '../../runtime/compose/database';
import type { Connected } from '../../runtime/config';

const NEWEST = 100;

export type Caught = { id: string; receivedAt: string; to: string; subject: string; text: string };

/** What the catching server took for the demonstration's organisation. */
export type CaughtMails = {
  /** Mails to one address, oldest first. */
  to(address: string): Promise<Caught[]>;
  close(): Promise<void>;
};

export async function openMails(config: Connected, orgId: string): Promise<CaughtMails> {
  const database = await openDatabase(config);
  const mailbox = await composeMailbox(config, database);
  return {
    async to(address) {
      const listed = await mailbox.list(orgId, { before: null, limit: NEWEST });
      const mine = listed.filter(({ to }) => to.toLowerCase().includes(address.toLowerCase())).toReversed();
      const read = await Promise.all(mine.map(async (mail) => ({ mail, view: await mailbox.read(orgId, mail.id) })));
      return read.flatMap(({ mail, view }) => (view === null ? [] : [{ ...mail, text: view.text }]));
    },
    close: () => database.close(),
  };
}
