/** A mail that the catching server kept: nobody outside was told by it. */
export type CaughtMail = { id: string; receivedAt: string; to: string; subject: string };

export type CaughtAttachment = { filename: string; mediaType: string; bytes: Buffer };

export type CaughtMailView = CaughtMail & {
  from: string;
  /** The mail's own date. */
  date: string | null;
  text: string;
  attachments: { filename: string; mediaType: string; size: number }[];
};

/** What the catching server kept, read by people of the organisation. Mails of an erased subject are not listed. */
export type Mailbox = {
  /** Newest first; `before` is the id of the last mail of the page before. */
  list(orgId: string, page: { before: string | null; limit: number }): Promise<CaughtMail[]>;
  read(orgId: string, id: string): Promise<CaughtMailView | null>;
  /** The n-th attachment, from 0. */
  attachment(orgId: string, id: string, index: number): Promise<CaughtAttachment | null>;
};

/** Where the catching server puts what it took. */
export type CatchStore = {
  keep(mail: { orgId: string; envelopeId: string; raw: Buffer }): Promise<void>;
};
